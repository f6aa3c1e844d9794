"""The address of this computer in the network around it."""

from __future__ import annotations

import socket
from ipaddress import ip_address

from runtall.errors import NoAnswer

# Kept for documents: nobody has it. To choose a way there sends nothing.
ELSEWHERE = ("192.0.2.1", 9)


def lan_address() -> str:
    """Return the address under which others in the same network reach this computer.

    Raises
    ------
    NoAnswer
        If it is in no network.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
            address = str(probe.getsockname()[0])
        except OSError:
            address = "0.0.0.0"
    found = ip_address(address)
    if found.is_loopback or found.is_unspecified:
        raise NoAnswer("--lan: this computer is in no network; join the one of the phone first")
    return address
