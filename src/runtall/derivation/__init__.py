"""From what the runner asks for to the problem: phases, targets, alternatives."""
