"""What the product is made of besides its own code: packages, versions and licences."""
