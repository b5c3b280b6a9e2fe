/* SPDX-License-Identifier: MIT */
/*
 * The one file that knows both halves. It hands the service's to the command line as four
 * functions. A service that a front end starts runs in a process forked from it; the front
 * end itself never opens a database.
 */
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lookback/cli/cli.h"
#include "lookback/review/review.h"
#include "lookback/serve/serve.h"

static bool serve_here(const char *db, struct err *e)
{
	const struct serve_options o = {.db = db, .mode = 0660};

	return serve_run(&o, e);
}

static bool create(
    const char *db, const struct source *pack, struct str owner, bool training, struct err *e)
{
	const struct new_review how = {.pack = pack, .owner = owner, .training = training};

	return review_create(db, &how, now_ms(), e);
}

static struct str account(struct arena *a)
{
	return serve_account(a, (unsigned)geteuid());
}

/* What is opened later must not land on 0, 1 or 2, where talk goes; nothing that is shown may
 * be left in a core file. */
static void prepare(void)
{
	const struct rlimit none = {0, 0};
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd > STDERR_FILENO)
		close(fd);
	umask(077);
	setrlimit(RLIMIT_CORE, &none);
}

int main(int argc, char **argv)
{
	const struct host host = {
	    .start = serve_start, .serve = serve_here, .create = create, .account = account};

	prepare();
	return cli_main(argc, argv, &host);
}
