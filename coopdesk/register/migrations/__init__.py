"""The steps from one version of the register to the next. They import no live table: each stays as it was released."""
