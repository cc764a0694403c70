"""CoopDesk: the desk for an office's official social-media accounts."""

__version__ = "0.1.0"
