"""``python -m sarapshy`` is ``sarapshy``."""

from sarapshy.cli.main import main

if __name__ == "__main__":
    main()
