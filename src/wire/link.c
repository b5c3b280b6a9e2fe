/* SPDX-License-Identifier: MIT */
/* Packets on a Unix socket, with a descriptor beside them, and addresses of any length. */
#include "lookback/wire/link.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

bool link_beside(
    struct arena *a, const char *db, const char *suffix, struct str *out, struct err *e)
{
	char *path = realpath(db, NULL);

	if (!path && errno == ENOENT)
		return err_set(e, ERR_IO,
		    "there is no database %s; \"lookback init\" makes one, \"lookback demo\" "
		    "one to "
		    "practise with",
		    db);
	if (!path)
		return err_set(
		    e, ERR_IO, "database %s cannot be reached: %s", db, strerror(errno));
	*out = arena_printf(a, "%s%s", path, suffix);
	free(path);
	return true;
}

static bool too_long(const char *path, struct err *e)
{
	return err_set(e, ERR_USAGE,
	    "the name of the socket %s is too long: at most %zu bytes fit; choose a shorter "
	    "file "
	    "name for the database",
	    path, sizeof(((struct sockaddr_un *)NULL)->sun_path) - 1);
}

/* The folder by descriptor, and the name in it by the kernel's list of our descriptors. */
static bool through_folder(const char *path, struct link_address *out, struct err *e)
{
	const char *name = strrchr(path, '/');
	char folder[PATH_MAX];
	int n;

	if (!name || (size_t)(name - path) >= sizeof(folder))
		return too_long(path, e);
	memcpy(folder, path, (size_t)(name - path));
	folder[name - path] = '\0';
	out->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (out->folder < 0)
		return err_set(
		    e, ERR_IO, "folder %s cannot be opened: %s", folder, strerror(errno));
	n = snprintf(out->un.sun_path, sizeof(out->un.sun_path), "/proc/self/fd/%d%s",
	    out->folder, name);
	if (n < 0 || (size_t)n >= sizeof(out->un.sun_path)) {
		link_address_close(out);
		return too_long(path, e);
	}
	return true;
}

bool link_address_open(const char *path, struct link_address *out, struct err *e)
{
	size_t n = strlen(path);

	*out =
	    (struct link_address){.un.sun_family = AF_UNIX, .n = sizeof(out->un), .folder = -1};
	if (n >= sizeof(out->un.sun_path))
		return through_folder(path, out, e);
	memcpy(out->un.sun_path, path, n);
	return true;
}

void link_address_close(struct link_address *l)
{
	if (l->folder >= 0)
		close(l->folder);
	l->folder = -1;
}

int link_socket(void)
{
	return socket(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

/* Room for descriptors beside a packet, aligned as the kernel wants it. */
union beside {
	struct cmsghdr head;
	char room[CMSG_SPACE(sizeof(int))];
};

static void put_beside(struct msghdr *m, union beside *room, int fd)
{
	struct cmsghdr *c;

	memset(room, 0, sizeof(*room));
	m->msg_control = room->room;
	m->msg_controllen = sizeof(room->room);
	c = CMSG_FIRSTHDR(m);
	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(c), &fd, sizeof(fd));
}

enum link_outcome link_send(int fd, struct str packet, int beside)
{
	struct iovec part = {(void *)packet.p, packet.n};
	struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1};
	union beside room;
	ssize_t put;

	if (beside >= 0)
		put_beside(&m, &room, beside);
	do
		put = sendmsg(fd, &m, MSG_NOSIGNAL | MSG_DONTWAIT);
	while (put < 0 && errno == EINTR);
	if (put >= 0)
		return LINK_DONE;
	return errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS ? LINK_WAIT
									   : LINK_GONE;
}

/* What came beside a packet is open in this process already: keep one, close the rest. */
static int take_beside(struct msghdr *m)
{
	int kept = -1, fd;

	for (struct cmsghdr *c = CMSG_FIRSTHDR(m); c; c = CMSG_NXTHDR(m, c)) {
		size_t n = c->cmsg_len - CMSG_LEN(0);
		if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
			continue;
		for (size_t i = 0; i + sizeof(fd) <= n; i += sizeof(fd)) {
			memcpy(&fd, CMSG_DATA(c) + i, sizeof(fd));
			if (kept < 0)
				kept = fd;
			else
				close(fd);
		}
	}
	return kept;
}

enum link_outcome link_receive(int fd, char *p, size_t room, size_t *n, int *beside)
{
	struct iovec part = {p, room};
	union beside control;
	struct msghdr m = {.msg_iov = &part,
	    .msg_iovlen = 1,
	    .msg_control = control.room,
	    .msg_controllen = sizeof(control.room)};
	ssize_t got;

	*beside = -1;
	do
		got = recvmsg(fd, &m, MSG_DONTWAIT | MSG_CMSG_CLOEXEC | MSG_TRUNC);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return errno == EAGAIN || errno == EWOULDBLOCK ? LINK_WAIT : LINK_GONE;
	*beside = take_beside(&m);
	*n = (size_t)got;
	if (got > 0)
		return LINK_DONE;
	/* an empty packet cannot be told from the end, and is no message of ours */
	if (*beside >= 0)
		close(*beside);
	*beside = -1;
	return LINK_GONE;
}
