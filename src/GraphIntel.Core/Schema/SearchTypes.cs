using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>The root field <c>search</c> and its types.</summary>
internal sealed class SearchTypes(ScalarTypes scalars, IGraphType nodeTypes, InterfaceGraphType node)
{
    /// <summary>The field <c>search</c>.</summary>
    public FieldType RootField() => new()
    {
        Name = ArgumentNames.Search,
        Description = "Nodes with a name or text that matches, whatever its script and spelling; the best matches first.",
        ResolvedType = new NonNullGraphType(Result()),
        Arguments = new QueryArguments(
            new QueryArgument(new NonNullGraphType(scalars.String))
            {
                Name = ArgumentNames.Query,
                Description = FormattableString.Invariant(
                    $"Each of its words must match a word: be equal, begin it, or, in names, be spelled alike or mistyped. At most {PageLimits.MaxSearchLength} characters; there is no syntax."),
            },
            new QueryArgument(new ListGraphType(new NonNullGraphType(nodeTypes)))
            {
                Name = ArgumentNames.Types,
                Description = "Only nodes of these types.",
            },
            new QueryArgument(scalars.Int)
            {
                Name = ArgumentNames.First,
                Description = FormattableString.Invariant($"How many, 0 to {PageLimits.MaxFound}."),
                DefaultValue = PageLimits.DefaultSize,
            }),
    };

    private ObjectGraphType Result()
    {
        var result = new ObjectGraphType { Name = "SearchResult", Description = "What a search found." };
        Add(
            result, "truncated", scalars.Boolean, new SearchResultFieldBinding(SearchResultField.Truncated),
            "Whether so many nodes match that lesser matches were not ranked.");
        Add(
            result, "items", new ListGraphType(new NonNullGraphType(Item())), new SearchResultFieldBinding(SearchResultField.Items),
            "The best matches, the best first.");
        return result;
    }

    private ObjectGraphType Item()
    {
        var item = new ObjectGraphType { Name = "SearchItem", Description = "A node that a search found, with its best match." };
        Add(item, "node", node, new SearchItemFieldBinding(SearchItemField.Node), "What was found: each node once.");
        Add(item, "property", scalars.String, new SearchItemFieldBinding(SearchItemField.Property), "The name of the property that matches.");
        Add(item, "text", scalars.String, new SearchItemFieldBinding(SearchItemField.Text), "The value that matches, of a list the best of its values.");
        Add(item, "match", Matches(), new SearchItemFieldBinding(SearchItemField.Match), "How closely the text matches.");
        return item;
    }

    private static ExplainedEnumType Matches()
    {
        var matches = new ExplainedEnumType { Name = "SearchMatch", Description = "How a text matches a query, the best first." };
        matches.Add("EXACT", "It has the same words.");
        matches.Add("START", "It begins with the words of the query.");
        matches.Add("WORDS", "Each word of the query is equal to one of its words, or begins one.");
        matches.Add("SPELLING", "As `WORDS`, or spelled alike: another way to write the same name.");
        matches.Add("TYPO", "As `SPELLING`, or with a letter or two mistyped.");
        return matches;
    }

    private static void Add(ObjectGraphType type, string name, IGraphType result, FieldBinding binding, string? description)
    {
        var field = new FieldType { Name = name, ResolvedType = new NonNullGraphType(result), Description = description };
        binding.AttachTo(field);
        type.AddField(field);
    }
}
