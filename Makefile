# Every target prepares what it needs; see `make help`.
# PYTHON names the Python that the virtual environment is made with.
export PYTHON
BIN := .venv/bin
DEMO := build/demo.png

.PHONY: help run test lint pictures package clean

help:
	@echo "make run       open the window; without a display: play the demo, print its decisions, take a picture"
	@echo "make test      all checks: ruff, mypy, pytest"
	@echo "make lint      ruff and mypy only"
	@echo "make pictures  take the pictures of the documents anew, from the real window"
	@echo "make package   build the program as a folder in dist/"
	@echo "make clean     remove what the other targets made, the virtual environment too"

run:
	@tools/setup.sh run
	@tools/run.sh $(DEMO)

test: lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

lint:
	@tools/setup.sh test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

pictures:
	@tools/setup.sh test
	SER_PICTURES=docs/images $(BIN)/python -m pytest -q tests/test_live_window.py tests/test_files_window.py

package:
	@tools/setup.sh package
	$(BIN)/pyinstaller --noconfirm build_app.spec

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find ser_desktop tests -name __pycache__ -type d -exec rm -rf {} +
