# Each command first sets up what it needs on this machine; a second call finds it there.
SHELL := /bin/bash
TRANSLATIONS := translations/coopdesk_bn.qm translations/coopdesk_en.qm
.PHONY: run test bench lint translations pictures packages successors test-packages bench-packages runnable testable packable
.NOTPARALLEL:

run: runnable $(TRANSLATIONS)
	@packaging/linux/run

test: lint $(TRANSLATIONS)
	packaging/linux/test tests tests/ui

bench: testable $(TRANSLATIONS)
	packaging/linux/desktop .venv/bin/python -m tests.benchmarks

# The setup for Windows, the package for Debian, the wheel and what lies beside them, into dist/.
packages: packable $(TRANSLATIONS)
	rm -rf dist
	.venv/bin/python packaging/build.py

# The same once more, calling itself a later version, for the tests of an update; packed fast and large.
successors: packages
	rm -rf build/packages
	.venv/bin/python packaging/build.py --quick --as 99.0.0 --out build/packages setup deb

# They are installed for real, in clean systems: Debian 12 and 13, and wine in the latter. As root. A whole system may stumble once
# under load: a test that fails is run once more, and the summary names it.
IN_SYSTEMS := -o faulthandler_timeout=900
test-packages: packable testable successors
	packaging/roots bookworm trixie
	unshare --mount packaging/linux/test tests/packages tests/packages/windows $(IN_SYSTEMS) --reruns 1 -rR --ignore=tests/packages/timed

# How long the silent setup and the installed start take, on what `make successors` built. Apart, since it wants a quiet machine.
bench-packages: packable testable
	packaging/roots bookworm trixie
	unshare --mount packaging/linux/desktop .venv/bin/pytest $(IN_SYSTEMS) -o log_cli=true -o log_cli_level=INFO tests/packages/timed

lint: testable
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

# The texts in the code into the .ts files, then those into what Qt reads.
translations: runnable
	packaging/linux/update-translations
	$(MAKE) $(TRANSLATIONS)

%.qm: %.ts
	.venv/bin/pyside6-lrelease -silent $< -qm $@

# The README's pictures, drawn anew.
pictures: runnable $(TRANSLATIONS)
	rm -rf build/pictures
	mkdir -p build/pictures docs
	.venv/bin/coopdesk demo --unmet build/pictures/register
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m coopdesk.ui.pictures build/pictures/register build/pictures
	cp build/pictures/overview-bn.png docs/overview-bn.png
	cp build/pictures/wizard-02-name-bn.png docs/wizard-bn.png

runnable:
	@PYTHON=$(PYTHON) packaging/linux/setup run

testable:
	@PYTHON=$(PYTHON) packaging/linux/setup test

packable:
	@PYTHON=$(PYTHON) packaging/linux/setup packages
