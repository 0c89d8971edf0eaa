"""The whole program under what may befall it: lost devices, kills, hours, no network, a bare machine."""
