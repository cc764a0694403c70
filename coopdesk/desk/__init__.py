"""What a person does at the desk, one module a deed."""
