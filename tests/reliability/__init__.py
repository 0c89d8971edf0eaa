"""The whole program under what may befall it: devices that vanish, kills, hours, no network, a bare machine."""
