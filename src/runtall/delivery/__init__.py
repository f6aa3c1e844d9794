"""Handing a plan over: to a phone nearby, or into a calendar on a CalDAV server.

Nothing else of runtall uses the network, but for the workers of `runtall.batch`.
"""
