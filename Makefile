# SPDX-License-Identifier: MIT
# lookback: plain `make` builds build/release/lookback; `make help` lists the
# targets, `make Q=` shows every command. One object folder a mode, so no mode
# ever needs a clean.
BUILD ?= build
MODE  ?= release
Q     ?= @
O     := $(BUILD)/$(MODE)
GEN   := $(BUILD)/gen

LAYERS := base wire stats rules conf store review serve client cmd tui demo cli
PKGS   := ncursesw sqlite3 yaml-0.1 jansson libutf8proc libcrypto
TPKGS  := check vterm

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith \
	-Wwrite-strings -Wundef -Wvla -Wformat=2 -Wswitch-enum \
	-Wimplicit-fallthrough -fno-common
CPPFLAGS_ALL := -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Iinclude -Isrc -I$(GEN)
HARDEN  := -fstack-protector-strong -fPIE -fstack-clash-protection -fcf-protection
LDHARD  := -pie -Wl,-z,relro,-z,now,-z,noexecstack
CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 $(HARDEN)
CFLAGS_debug   := -O0 -g3 -Werror $(HARDEN)
CFLAGS_asan    := -O1 -g -Werror -fsanitize=address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer
LDFLAGS_release := $(LDHARD)
LDFLAGS_debug   := $(LDHARD)
LDFLAGS_asan    := -fsanitize=address,undefined
# ncurses asks for an older X/Open than we do
PKGFLAGS   := $(filter-out -D_XOPEN_SOURCE=%,$(shell pkg-config --cflags $(PKGS)))
CFLAGS_ALL  = -std=c11 $(WARN) $(CFLAGS_$(MODE)) -MMD -MP $(PKGFLAGS)
LDFLAGS_ALL = $(LDFLAGS_$(MODE))
LIBS   = $(shell pkg-config --libs $(PKGS)) -lcsv -lm
TLIBS  = $(shell pkg-config --libs $(TPKGS)) -lutil

# ---- what is built -------------------------------------------------------
srcs = $(wildcard src/$(1)/*.c src/$(1)/*/*.c)
objs = $(patsubst %.c,$(O)/%.o,$(call srcs,$(1)))
GENSRC := $(GEN)/conf/embedded_data.c
GENHDR := $(GEN)/store/sql_table.inc
ALLOBJ := $(foreach l,$(LAYERS),$(call objs,$(l))) $(O)/gen/embedded_data.o

# What each layer stands on (and so what its tests link).
DEP_base   := base
DEP_wire   := wire base
DEP_stats  := stats base
DEP_rules  := rules base
DEP_conf   := conf rules base
DEP_store  := store stats $(DEP_conf)
DEP_review := review wire $(DEP_store)
DEP_serve  := serve client $(DEP_review)
DEP_client := client $(DEP_serve)
DEP_cmd    := cmd conf rules wire base
DEP_tui    := tui cmd $(DEP_serve)
DEP_demo   := demo $(DEP_serve)
DEP_cli    := cli demo tui cmd $(DEP_serve)

.PHONY: all release debug asan help setup demo check clean install uninstall \
	test e2e keys lint format layers headers docs-check map golden bench tests-total \
	$(addprefix test-,$(LAYERS))
all: release

release: ## build build/release/lookback (also plain `make`)
	@$(MAKE) --no-print-directory MODE=release $(BUILD)/release/lookback
debug: ## build build/debug/lookback, warnings are errors
	@$(MAKE) --no-print-directory MODE=debug $(BUILD)/debug/lookback
asan: ## build build/asan/lookback with AddressSanitizer and UBSan
	@$(MAKE) --no-print-directory MODE=asan $(BUILD)/asan/lookback

$(O)/lookback: $(ALLOBJ) $(O)/src/main.o
	@echo '  LD   $@'
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $^ $(LIBS)

$(O)/src/%.o: src/%.c $(GENHDR) | setup-once
	@mkdir -p $(@D)
	@echo '  CC   $@'
	$(Q)$(CC) $(CPPFLAGS_ALL) -include src/base/banned.h $(CFLAGS_ALL) -c -o $@ $<
$(O)/gen/embedded_data.o: $(GENSRC)
	@mkdir -p $(@D)
	@echo '  CC   $@'
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -c -o $@ $<
$(O)/tests/%.o: tests/%.c $(GENHDR) | setup-once
	@mkdir -p $(@D)
	@echo '  CC   $@'
	$(Q)$(CC) $(CPPFLAGS_ALL) -Itests $(CFLAGS_ALL) $(shell pkg-config --cflags $(TPKGS)) -c -o $@ $<

# ---- generated sources ---------------------------------------------------
$(GENHDR): src/store/sql.awk $(wildcard src/store/sql/*.sql) | setup-once
	@mkdir -p $(@D)
	$(Q)awk -f src/store/sql.awk $(sort $(wildcard src/store/sql/*.sql)) > $@.tmp && mv $@.tmp $@
PACKFILES := $(sort $(shell find config -type f -name '*.yaml'))
$(GENSRC): src/conf/embed.awk $(PACKFILES)
	@mkdir -p $(@D)
	$(Q)awk -f src/conf/embed.awk $(PACKFILES) > $@.tmp && mv $@.tmp $@

# ---- tests ---------------------------------------------------------------
# Each tests/<layer>/test_x.c defines `Suite *suite_<layer>_x(void)`; the list
# is read from the sources, so no suite can be forgotten.
# Helpers of tests are an archive: a layer's tests link those they use, and so
# never a helper that needs a layer above.
$(O)/tests/support.a: $(patsubst %.c,$(O)/%.o,$(wildcard tests/support/*.c))
	@rm -f $@
	$(AR) rcs $@ $^

define LAYER_TEST
$(GEN)/tests/$(1)_main.c: tests/suites.awk $(wildcard tests/$(1)/test_*.c)
	@mkdir -p $$(@D)
	$$(Q)awk -f tests/suites.awk layer=$(1) $(sort $(wildcard tests/$(1)/test_*.c)) > $$@.tmp && mv $$@.tmp $$@
$(O)/tests/$(1)_main.o: $(GEN)/tests/$(1)_main.c
	@mkdir -p $$(@D)
	@echo '  CC   $$@'
	$$(Q)$$(CC) $$(CPPFLAGS_ALL) $$(CFLAGS_ALL) $$(shell pkg-config --cflags $(TPKGS)) -c -o $$@ $$<
$(O)/test-$(1): $(O)/tests/$(1)_main.o \
		$(patsubst %.c,$(O)/%.o,$(wildcard tests/$(1)/*.c)) $(O)/tests/support.a \
		$(foreach d,$(DEP_$(1)),$(call objs,$(d))) $(O)/gen/embedded_data.o
	@echo '  LD   $$@'
	$$(Q)$$(CC) $$(LDFLAGS_ALL) -o $$@ $$^ $$(LIBS) $$(TLIBS)
test-$(1):
	@$$(MAKE) --no-print-directory MODE=asan $(BUILD)/asan/test-$(1)
	@sh tests/run.sh $(BUILD)/asan/test-$(1)
endef
$(foreach l,$(LAYERS),$(eval $(call LAYER_TEST,$(l))))

test: ## run all unit tests under ASan and UBSan (test-LAYER for one layer)
	@rm -f $(BUILD)/totals
	@$(MAKE) --no-print-directory MODE=asan $(foreach l,$(LAYERS),$(if $(wildcard tests/$(l)/test_*.c),$(BUILD)/asan/test-$(l)))
	@for l in $(LAYERS); do t=$(BUILD)/asan/test-$$l; [ ! -x $$t ] || echo $$t; done | \
		TOTALS=$(BUILD)/totals xargs -n 1 -P 2 sh tests/run.sh

# Programs beside the layers' tests: scenarios in a pseudo-terminal, the benchmark. They
# look at the built program from outside and link no more than they say here.
DEP_e2e-pty := base
DEP_bench   := client wire base
SRC_e2e-pty := $(wildcard tests/e2e/pty/*.c)
SRC_bench   := $(wildcard tests/bench/*.c)
$(GEN)/tests/pty_main.c: tests/suites.awk $(filter tests/e2e/pty/test_%,$(SRC_e2e-pty))
	@mkdir -p $(@D)
	$(Q)awk -f tests/suites.awk $(sort $(filter tests/e2e/pty/test_%,$(SRC_e2e-pty))) > $@.tmp && mv $@.tmp $@
$(O)/tests/pty_main.o: $(GEN)/tests/pty_main.c
	@mkdir -p $(@D)
	@echo '  CC   $@'
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $(shell pkg-config --cflags $(TPKGS)) -c -o $@ $<
$(O)/e2e-pty: $(O)/tests/pty_main.o
$(O)/e2e-pty $(O)/bench: $(O)/%: $(O)/tests/support.a
	@echo '  LD   $@'
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $(filter %.o,$^) $(O)/tests/support.a $(LIBS) $(TLIBS)
$(foreach t,e2e-pty bench,$(eval $(O)/$(t): $(patsubst %.c,$(O)/%.o,$(SRC_$(t))) \
	$(foreach d,$(DEP_$(t)),$(call objs,$(d)))))

bench: release ## print what is slow and what is not: docs/PERFORMANCE.md (BENCH_N=applications)
	@$(MAKE) --no-print-directory MODE=release $(BUILD)/release/bench
	@BIN=$(abspath $(BUILD))/release/lookback sh tests/bench/run.sh $(BUILD)/release/bench

e2e: release ## run the end-to-end scenarios: whole processes, a real pseudo-terminal
	@TOTALS=$(BUILD)/totals BIN=$(BUILD)/release/lookback sh tests/e2e/run.sh
	@$(MAKE) --no-print-directory MODE=release $(BUILD)/release/e2e-pty
	@TOTALS=$(BUILD)/totals BIN=$(abspath $(BUILD))/release/lookback sh tests/run.sh $(BUILD)/release/e2e-pty

keys: asan ## type any keys into a whole session with sanitizers (KEYS=acts SEED=first)
	@$(MAKE) --no-print-directory MODE=release $(BUILD)/release/e2e-pty
	@KEYS=$(or $(KEYS),2000) SEED=$(or $(SEED),$(shell date +%s)) CK_DEFAULT_TIMEOUT=1800 \
		CK_RUN_SUITE="pty keys" BIN=$(abspath $(BUILD))/asan/lookback \
		sh tests/run.sh $(BUILD)/release/e2e-pty

# ---- checks --------------------------------------------------------------
layers: ## fail on an include that points upward or past a fence
	@sh tests/checks/layers.sh
headers: $(GENHDR) | setup-once ## every header compiles alone
	@GEN=$(GEN) sh tests/checks/headers.sh
docs-check: release ## documents name what exists; generated pages are current
	@BIN=$(BUILD)/release/lookback sh tests/checks/docs.sh
map: ## rewrite the map of the source in docs/ARCHITECTURE.md from the files' heads
	@{ sed '/<!-- map: begin -->/q' docs/ARCHITECTURE.md; sh tests/checks/map.sh; \
	   sed -n '/<!-- map: end -->/,$$p' docs/ARCHITECTURE.md; } > $(BUILD)/map.tmp && \
	   cp $(BUILD)/map.tmp docs/ARCHITECTURE.md
lint: | setup-once ## clang-tidy, cppcheck, sizes of files and functions
	@BUILD=$(BUILD) sh tests/checks/lint.sh
format: ## rewrite sources with clang-format
	clang-format -i $$(git ls-files '*.c' '*.h')

check: setup ## everything that CI runs; ends with the totals
	@rm -f $(BUILD)/totals
	@$(MAKE) --no-print-directory layers headers
	@$(MAKE) --no-print-directory release
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory e2e
	@$(MAKE) --no-print-directory docs-check
	@$(MAKE) --no-print-directory lint
	@sh tests/total.sh $(BUILD)/totals

demo: setup release ## open the workstation on a training review of 3,778 applications
	@$(BUILD)/release/lookback demo $(or $(DIR),$(BUILD)/demo) --open

golden: ## rewrite the golden screens and plans; review them with git diff
	@$(MAKE) --no-print-directory MODE=asan $(foreach l,store cmd tui cli,$(BUILD)/asan/test-$(l))
	@for l in store cmd tui cli; do GENERATE=1 CK_FORK=no $(BUILD)/asan/test-$$l >/dev/null; done; git status --short tests

# ---- set-up --------------------------------------------------------------
setup: ## install the packages that are missing (says which and why)
	@sh tests/setup.sh
# A build begun without `make setup` stops with one sentence instead of a page.
.PHONY: setup-once
setup-once:
	@sh tests/setup.sh --check

PREFIX ?= /usr/local
install: release ## install the program under PREFIX (/usr/local)
	install -D -m 0755 $(BUILD)/release/lookback $(DESTDIR)$(PREFIX)/bin/lookback
	install -D -m 0644 docs/lookback.1 $(DESTDIR)$(PREFIX)/share/man/man1/lookback.1
	install -D -m 0644 docs/lookback-keys.5 $(DESTDIR)$(PREFIX)/share/man/man5/lookback-keys.5
uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/lookback $(DESTDIR)$(PREFIX)/share/man/man1/lookback.1 \
		$(DESTDIR)$(PREFIX)/share/man/man5/lookback-keys.5
clean: ## remove the build folder
	rm -rf $(BUILD)
help: ## print this list
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## /{printf "  %-12s %s\n", $$1, $$2}' Makefile

-include $(shell find $(O) -name '*.d' 2>/dev/null)
