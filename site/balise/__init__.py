"""What ties the site together: settings, routes, headers, navigation and commands."""
