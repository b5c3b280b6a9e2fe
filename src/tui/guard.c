/* SPDX-License-Identifier: MIT */
/* The parent that outlives the workstation. */
#include "tui/guard.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "lookback/base/io.h"

/* Plain ECMA-48: attributes off, clear, out of the alternate screen, cursor and paste. */
static const char wipe[] = "\033[0m\033[2J\033[H\033[?2004l\033[?1049l\033[?25h\r\n";

/* A handler has no argument list. */
static volatile sig_atomic_t child;

static void pass_on(int sig)
{
	if (child > 0)
		(void)kill((pid_t)child, sig);
}

static void watch(void (*handler)(int))
{
	static const int passed[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT};
	struct sigaction sa = {.sa_handler = handler, .sa_flags = SA_RESTART};

	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < sizeof(passed) / sizeof(passed[0]); i++)
		sigaction(passed[i], &sa, NULL);
	sa.sa_handler = handler == SIG_DFL ? SIG_DFL : SIG_IGN;
	sigaction(SIGTSTP, &sa, NULL);
}

static int wait_for(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

int guard_run(int (*run)(const void *with), const void *with)
{
	struct termios before;
	bool tty = tcgetattr(STDIN_FILENO, &before) == 0;
	pid_t parent = getpid(), pid;
	int status;

	if (!tty)
		return run(with);
	watch(pass_on);
	pid = fork();
	if (pid < 0)
		return run(with); /* without a guard, but at work */
	if (pid == 0) {
		watch(SIG_DFL);
		(void)prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != parent)
			_exit(128 + SIGTERM);
		_exit(run(with));
	}
	child = pid;
	status = wait_for(pid);
	child = 0;
	watch(SIG_DFL);
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	(void)io_all(STDOUT_FILENO, wipe, sizeof(wipe) - 1);
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &before);
	return 128 + WTERMSIG(status);
}
