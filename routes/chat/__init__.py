"""The profile and chat image API, `/v1`."""
