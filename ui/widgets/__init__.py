"""Parts of screens that know nothing of cases: buttons, chips, inputs, lists."""
