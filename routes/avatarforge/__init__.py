"""The avatar API, `/avatarforge-controller`."""
