namespace GraphIntel.Core.Planning;

/// <summary>The argument type of visitors without an argument.</summary>
internal readonly struct NoArgument;
