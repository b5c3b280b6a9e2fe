/* SPDX-License-Identifier: MIT */
/*
 * Where the service sits: a lock beside the database, so that there is one, and a socket. The
 * lock file stays when the service goes, for removing it would let two services lock two
 * files of one name. A socket found under the lock is a dead service's and is removed.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "serve/serve.h"

enum { BACKLOG = 4096 };

bool place_lock(struct serve *s, struct err *e)
{
	struct str path;

	if (!link_beside(&s->arena, s->o.db, "", &s->db, e) ||
	    !link_beside(&s->arena, s->o.db, ".lock", &path, e))
		return false;
	s->socket = arena_printf(&s->arena, "%s.sock", s->db.p);
	if (s->o.socket)
		s->socket = arena_cstr(&s->arena, s->o.socket);
	s->lock = open(path.p, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (s->lock < 0)
		return err_set(e, ERR_IO, "%s cannot be opened: %s", path.p, strerror(errno));
	if (flock(s->lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	if (errno == EWOULDBLOCK)
		return err_set(e, ERR_CONFLICT, "another service has %s open", s->db.p);
	return err_set(e, ERR_IO, "%s cannot be locked: %s", path.p, strerror(errno));
}

static bool remove_stale(const char *path, struct err *e)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return true;
	if (!S_ISSOCK(st.st_mode))
		return err_set(e, ERR_IO, "%s is in the way of the socket; move it", path);
	if (unlink(path) != 0)
		return err_set(e, ERR_IO, "the old socket %s cannot be removed: %s", path,
		    strerror(errno));
	return true;
}

/* The file is made under umask 077, so nobody can connect before its mode is set. */
static int bind_and_listen(int fd, const struct link_address *at, mode_t mode)
{
	if (bind(fd, (const struct sockaddr *)&at->un, at->n) != 0 ||
	    chmod(at->un.sun_path, mode) != 0 || listen(fd, BACKLOG) != 0)
		return errno;
	return 0;
}

bool place_listen(struct serve *s, struct err *e)
{
	struct link_address at;
	int why;

	if (!remove_stale(s->socket.p, e) || !link_address_open(s->socket.p, &at, e))
		return false;
	s->listener = link_socket();
	why = s->listener < 0
		  ? errno
		  : bind_and_listen(s->listener, &at, s->o.mode ? (mode_t)s->o.mode : 0600);
	link_address_close(&at);
	if (why)
		return err_set(
		    e, ERR_IO, "the socket %s cannot be made: %s", s->socket.p, strerror(why));
	return true;
}

void place_leave(struct serve *s)
{
	if (s->listener < 0)
		return;
	unlink(s->socket.p);
	close(s->listener);
	s->listener = -1;
}
