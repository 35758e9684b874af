using System.Text.RegularExpressions;
using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>
/// A column's head in the conventions of neo4j-admin: <c>name</c>, <c>name:string</c>, <c>aliases:string[]</c>,
/// <c>:START_ID</c>, <c>id:ID</c>, <c>location:point{crs:WGS-84}</c>.
/// </summary>
/// <param name="Name">What comes before the colon; may be empty.</param>
/// <param name="Type">The word after the colon, in lower case; empty where there is none.</param>
/// <param name="Space">The id space in parentheses; empty where there is none.</param>
/// <param name="IsList">Whether <c>[]</c> follows the word.</param>
/// <param name="Options">What stands in braces, with them; empty where there is nothing.</param>
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

    /// <summary>Reads a head; null where it is none.</summary>
    public static ColumnSyntax? Parse(string head)
    {
        var match = Syntax().Match(head);
        return !match.Success
            ? null
            : new ColumnSyntax(
                match.Groups["name"].Value,
                match.Groups["type"].Value.ToLowerInvariant(),
                match.Groups["space"].Value,
                match.Groups["list"].Success,
                match.Groups["options"].Value);
    }

    /// <summary>The head that is right for a property: <c>aliases:string[]</c>.</summary>
    public static string HeadOf(Property property)
    {
        var word = property.Kind switch
        {
            ScalarKind.Int => "int",
            ScalarKind.Float => "double",
            ScalarKind.Boolean => "boolean",
            ScalarKind.Date => "date",
            ScalarKind.Point => "point",
            _ => "string",
        };
        return $"{property.Name}:{word}{(property.IsList ? "[]" : "")}";
    }

    /// <summary>Whether the type that the head declares, if it declares one, is that of the property.</summary>
    public bool Fits(Property property) =>
        Type.Length == 0 && !IsList
        || Kinds.TryGetValue(Type, out var kinds) && kinds.Contains(property.Kind) && IsList == property.IsList;

    [GeneratedRegex(
        @"\A(?<name>[^:]*)(:(?<type>[A-Za-z_]+)(?<space>\([^()]*\))?(?<list>\[\])?\s*(?<options>\{[^{}]*\})?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Syntax();
}
