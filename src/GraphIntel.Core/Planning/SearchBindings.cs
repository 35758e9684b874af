using System.Globalization;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Search;
using GraphQLParser;

namespace GraphIntel.Core.Planning;

/// <summary>A search of a request, made before its statement is executed; see <see cref="BoundParameters.Searches"/>.</summary>
/// <param name="Ids">The parameter for the ids of the nodes found.</param>
/// <param name="Query">What is searched for.</param>
/// <param name="Types">The types of nodes.</param>
/// <param name="First">How many nodes are ranked; null for a condition, which all nodes satisfy that are found by their names.</param>
/// <param name="Location">The location of the text.</param>
internal sealed record NodeSearch(Parameter Ids, SearchQuery Query, IReadOnlyList<NodeType> Types, int? First, Location Location)
{
    /// <summary>The nodes found, in the order of their ids in the parameter; empty before the search, and for a condition.</summary>
    public IReadOnlyList<FoundNode> Found { get; set; } = [];

    /// <summary>Whether lesser matches were not ranked.</summary>
    public bool IsTruncated { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"Search for \"{string.Join(' ', Query.Words.Select(word => word.Letters))}\" in {string.Join(", ", Types.Select(type => type.Name))}";
}

/// <summary>A node that a search found.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Property">The index of the property that matches among the searched ones of its type.</param>
/// <param name="Position">The index of the value in a list.</param>
/// <param name="Match">How it matches.</param>
internal readonly record struct FoundNode(NodeType Type, int Property, int Position, SearchMatch Match);

/// <summary>Binds the root field <c>search</c>.</summary>
internal sealed record RootSearchBinding(
    Parameter Ids, ScalarInput Query, ScalarInput? Types, ScalarInput? First, IReadOnlyList<NodeType> Searched, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var query = SearchText.Read(bound, Query, ArgumentNames.Query);
        var first = NumberArgument.Read(
            bound, First, ArgumentNames.First, PageLimits.DefaultSize, PageLimits.MaxFound, "Search for more words, or in fewer `types`.");
        if (bound.Errors is not null || query is null || first is not { } size)
            return;
        var types = Types is null
            ? Searched
            : ((string[])ValueBinding.ToArray(Types.Source.Read(bound.Variables), ScalarKind.Enum)) is var names
                ? [.. Searched.Where(type => names.Contains(Casing.UpperSnake(type.Name), StringComparer.Ordinal))]
                : [];
        bound.AddSearch(new NodeSearch(Ids, query, types, size, Query.Location), size);
    }
}

/// <summary>Binds a condition <c>search</c> on nodes of a type.</summary>
/// <param name="Ids">The ids of the nodes found by values that have to be compared; null if the type has none.</param>
/// <param name="Expression">The expression for texts that the index decides; null if the type has none.</param>
/// <param name="Keys">Its keys; null if the type has none.</param>
/// <param name="Type">The type.</param>
/// <param name="Query">The text.</param>
internal sealed record SearchConditionBinding(Parameter? Ids, Parameter? Expression, Parameter? Keys, NodeType Type, ScalarInput Query) : ParameterBinding
{
    /// <summary>How many nodes a condition is taken to find before it is known.</summary>
    private const int Assumed = 100;

    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        if (SearchText.Read(bound, Query, ArgumentNames.Search) is not { } query)
            return;
        if (Expression is not null && Keys is not null)
        {
            bound.Values[Expression.Index] = SearchExpression.OfTexts(query).ToString();
            bound.Values[Keys.Index] = SearchExpression.KeysOfTexts(query);
        }
        if (Ids is not null)
            bound.AddSearch(new NodeSearch(Ids, query, [Type], null, Query.Location), Assumed);
    }
}

/// <summary>Reads the text of a search.</summary>
file static class SearchText
{
    /// <summary>The query; null, with an error added, if the text is too long.</summary>
    public static SearchQuery? Read(BoundParameters bound, ScalarInput given, string argument)
    {
        var text = (string)ValueBinding.ToScalar(given.Source.Read(bound.Variables), ScalarKind.String);
        var length = text.EnumerateRunes().Count();
        if (length <= PageLimits.MaxSearchLength)
            return SearchQuery.Parse(text);
        bound.AddError(
            given.Location,
            $"`{argument}` has {length.ToString(CultureInfo.InvariantCulture)} characters; at most {PageLimits.MaxSearchLength} are allowed. Search for fewer words.",
            ErrorCodes.LimitExceeded);
        return null;
    }
}
