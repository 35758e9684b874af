using System.Text.RegularExpressions;
using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>
/// A column header in the format of neo4j-admin: <c>name</c>, <c>name:string</c>, <c>aliases:string[]</c>,
/// <c>:START_ID</c>, <c>id:ID</c>, <c>location:point{crs:WGS-84}</c>.
/// </summary>
/// <param name="Name">The name before the colon; can be empty.</param>
/// <param name="Type">The type after the colon, in lower case; empty if there is none.</param>
/// <param name="Space">The id space with its parentheses; empty if there is none.</param>
/// <param name="IsList">Whether <c>[]</c> follows the type.</param>
/// <param name="Options">The options with their braces; empty if there are none.</param>
internal sealed partial record ColumnSyntax(string Name, string Type, string Space, bool IsList, string Options)
{
    private static readonly Dictionary<string, ScalarKind[]> Kinds = new(StringComparer.Ordinal)
    {
        ["string"] = [ScalarKind.String, ScalarKind.Enum, ScalarKind.Id],
        ["byte"] = [ScalarKind.Int],
        ["short"] = [ScalarKind.Int],
        ["int"] = [ScalarKind.Int],
        ["long"] = [ScalarKind.Int],
        ["float"] = [ScalarKind.Float],
        ["double"] = [ScalarKind.Float],
        ["boolean"] = [ScalarKind.Boolean],
        ["date"] = [ScalarKind.Date],
        ["point"] = [ScalarKind.Point],
    };

    /// <summary>Parses a column header; null if it is invalid.</summary>
    public static ColumnSyntax? Parse(string header)
    {
        var match = Syntax().Match(header);
        return !match.Success
            ? null
            : new ColumnSyntax(
                match.Groups["name"].Value,
                match.Groups["type"].Value.ToLowerInvariant(),
                match.Groups["space"].Value,
                match.Groups["list"].Success,
                match.Groups["options"].Value);
    }

    /// <summary>The column header of a property: <c>aliases:string[]</c>.</summary>
    public static string HeaderOf(Property property)
    {
        var type = property.Kind switch
        {
            ScalarKind.Int => "int",
            ScalarKind.Float => "double",
            ScalarKind.Boolean => "boolean",
            ScalarKind.Date => "date",
            ScalarKind.Point => "point",
            _ => "string",
        };
        return $"{property.Name}:{type}{(property.IsList ? "[]" : "")}";
    }

    /// <summary>Whether the declared type, if any, is that of the property.</summary>
    public bool Matches(Property property) =>
        Type.Length == 0 && !IsList
        || Kinds.TryGetValue(Type, out var kinds) && kinds.Contains(property.Kind) && IsList == property.IsList;

    [GeneratedRegex(
        @"\A(?<name>[^:]*)(:(?<type>[A-Za-z_]+)(?<space>\([^()]*\))?(?<list>\[\])?\s*(?<options>\{[^{}]*\})?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Syntax();
}
