using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>A value of the graph that a plan shows, compares or orders by.</summary>
internal abstract record Operand;

/// <summary>A stored property of what an alias holds.</summary>
internal sealed record PropertyOperand(Alias Of, Property Property) : Operand;

/// <summary>The id of what an alias holds; for a relationship that stores none, derived from its ends.</summary>
internal sealed record IdOperand(Alias Of) : Operand;

/// <summary>How many relationships the shortest walk to a path's end has.</summary>
internal sealed record DepthOperand(WalkAlias Walk) : Operand;

/// <summary>A value at the other end of a to-one relationship, or of the relationship; null where there is none.</summary>
internal sealed record ThroughOperand(HopSource Hop, Operand Value) : Operand;

/// <summary>The id given by the request, where <c>node(id)</c> looks for it.</summary>
internal sealed record ParameterOperand(Parameter Parameter) : Operand;

/// <summary>The id at hand in a list of ids, where <c>nodes(ids)</c> looks for each.</summary>
internal sealed record ListedIdOperand(int Number) : Operand;
