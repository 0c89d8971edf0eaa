# Every target prepares what it needs; see `make help`.
# PYTHON names the Python that the virtual environment is made with; DEPENDENCIES=ranges takes the newest packages
# that pyproject.toml allows in place of those that requirements/ locks.
export PYTHON
export DEPENDENCIES
BIN := .venv/bin
DEMO := build/demo.png

.PHONY: help run test soak coverage mutants bench lint translations screenshots package sbom lock audit lowest clean

help:
	@echo "make run          open the window; without a display: play the demo, print its decisions, take a picture"
	@echo "make test         all checks: ruff, mypy, pytest"
	@echo "make soak         the tests that take long: hours of sound, kills, fuzzing; prints what it measured"
	@echo "make coverage     how much of the rooms without a window the tests run, by lines and branches; fails under 95 %"
	@echo "make mutants      puts faults into the code and sees whether the tests notice; takes half an hour"
	@echo "make bench        speed against what people would use instead; takes half an hour, wants a quiet machine"
	@echo "make lint         ruff and mypy only"
	@echo "make translations collect the texts of the window, list what is not translated, compile"
	@echo "make screenshots  take the pictures of the documents anew, from the real window"
	@echo "make package      build the program as a folder in dist/, try it, with its bill of materials; on Debian a .deb of it"
	@echo "make lock         renew the locked packages after a change of pyproject.toml; UPGRADE=1 takes the newest allowed"
	@echo "make lowest       all tests with the lowest packages that pyproject.toml allows; TESTS=tests/audio for some"
	@echo "make audit        look the packages of others over; tells what could not be checked, and fails for it"
	@echo "make sbom         write the bill of materials, of what pip installs, to build/sbom.cdx.json"
	@echo "make clean        remove what the other targets made, the virtual environment too"

run:
	@tools/setup.sh run
	@tools/run.sh $(DEMO)

# A module's tests share what they train, convert and compute, so that one process runs all of them; tests/order.py says
# which modules begin.
BY_MODULE := --dist loadfile --no-loadscope-reorder

# Tests wait more than they work (for windows, sound servers, children): twice as many as there are cores.
test: lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(BY_MODULE) \
		--numprocesses $$($(BIN)/python -c 'import os; print(2 * (os.cpu_count() or 1))')

soak:
	@tools/setup.sh test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m soak

# The window's rooms and the trainer's are not judged; what they and the children run counts where it is in these. The
# test that is left out is of a process that may write no files, not even what it covered.
ROOMS := audio features inference engine export
coverage:
	@tools/setup.sh test
	@mkdir -p build/coverage
	$(BIN)/coverage erase
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest --numprocesses auto $(BY_MODULE) \
		$(ROOMS:%=tests/%) tests/batch tests/test_fitting.py tests/test_commands.py tests/test_listen.py \
		--deselect tests/audio/test_saving.py::test_a_limit_of_the_system_is_told
	$(BIN)/coverage combine --quiet
	@for room in $(ROOMS); do \
		echo "$$room $$($(BIN)/coverage report --include="ser_desktop/$$room/*" --format=total --fail-under=0) %"; done
	$(BIN)/coverage report

mutants:
	@tools/setup.sh mutants
	$(BIN)/python -m tools.mutants

bench:
	@tools/setup.sh speed
	$(BIN)/python -m benchmarks.speed

lint:
	@tools/setup.sh test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

translations:
	@tools/setup.sh test
	$(BIN)/python -m tools.translations

screenshots:
	@tools/setup.sh test
	$(BIN)/python -m tools.screenshots

package:
	@tools/setup.sh package
	$(BIN)/pyinstaller --noconfirm build_app.spec
	$(BIN)/python -m tools.package

lock:
	@tools/setup.sh supply
	$(BIN)/python -m tools.lock $(if $(UPGRADE),--upgrade)

lowest:
	@tools/setup.sh lowest
	QT_QPA_PLATFORM=offscreen build/lowest/bin/python -m pytest --numprocesses auto $(BY_MODULE) $(TESTS)

# ADVISORIES names a zip of advisories as OSV publishes them; ACCEPT what need not be checked, by commas.
audit:
	@tools/setup.sh supply
	$(BIN)/python -m tools.audit $(if $(ADVISORIES),--advisories $(ADVISORIES)) $(if $(ACCEPT),--accept $(ACCEPT))

sbom:
	@tools/setup.sh package
	$(BIN)/python -m tools.sbom

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find ser_desktop tests -name __pycache__ -type d -exec rm -rf {} +
