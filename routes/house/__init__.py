"""The pack's own routes, `/avatarforge`."""
