"""Programs that measure the screens' own work; `lockstep bench` runs each in a process of its own."""
