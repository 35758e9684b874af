using System.Globalization;
using System.Text.Json;
using GraphIntel.Attacks;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Attacks.Search;

/// <summary>Generates random operations of a schema, with values of a graph. It knows the conventions of these schemas: pages, cursors, `or`.</summary>
internal sealed class OperationGenerator(SchemaTypes types, GraphSample sample, Random random)
{
    private const string Query = "Query";

    private static readonly string[] PageSizes = ["500", "500", "100", "20", "5", "1"];
    private static readonly string[] Cursors = ["after", "before"];
    private static readonly string[] Pages = ["first", "last"];

    private readonly List<string> _ids = [.. sample.Ids];

    /// <summary>An operation of one to three fields.</summary>
    public FieldGene Draw()
    {
        var root = new FieldGene("", "", Query);
        for (var count = random.Next(1, 3); count > 0; count--)
            root.Fields.Add(DrawField(Query, random.Next(2, 6)));
        return root;
    }

    /// <summary>A field of a type, with arguments and, unless it is a leaf, a selection.</summary>
    public FieldGene DrawField(string type, int depth)
    {
        var fields = types.Fields(type).Where(field => depth > 0 || !types.IsComposite(SchemaTypes.NameOf(field.Type))).ToList();
        var possible = depth > 0 ? types.PossibleTypes(type) : [];
        if (possible.Count > 0 && (fields.Count == 0 || random.Next(2) == 0))
        {
            var concrete = Pick(possible);
            return WithFields(new FieldGene("... on " + concrete, type, concrete), depth);
        }
        if (fields.Count == 0)
            return new FieldGene("__typename", type, "");
        // Fields with a selection cost more than leaves.
        var composite = fields.Where(field => types.IsComposite(SchemaTypes.NameOf(field.Type))).ToList();
        var definition = Pick(composite.Count > 0 && random.Next(4) > 0 ? composite : fields);
        var result = SchemaTypes.NameOf(definition.Type);
        var gene = new FieldGene(definition.Name.StringValue, type, types.IsComposite(result) ? result : "");
        DrawArguments(gene, definition);
        return WithFields(gene, depth);
    }

    /// <summary>Sets a random argument of a field, or replaces its value.</summary>
    public void DrawArgument(FieldGene gene)
    {
        var arguments = types.Field(gene.Parent, gene.Name)?.Arguments?.Items.Where(argument => !Cursors.Contains(argument.Name.StringValue)).ToList();
        if (arguments is not { Count: > 0 })
            return;
        var argument = Pick(arguments);
        Set(gene, argument);
    }

    /// <summary>A value of a type.</summary>
    public ValueGene DrawValue(GraphQLType type, int depth, string field = "")
    {
        switch (type)
        {
            case GraphQLNonNullType nonNull:
                return DrawValue(nonNull.Type, depth, field);
            case GraphQLListType list:
                return new ValueGene(type) { Items = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => DrawValue(list.Type, depth, field))] };
        }
        var name = SchemaTypes.NameOf(type);
        var members = types.InputFields(name);
        return members.Count > 0
            ? new ValueGene(type) { Members = DrawMembers(name, members, depth) }
            : new ValueGene(type) { Text = DrawText(name, field) };
    }

    private FieldGene WithFields(FieldGene gene, int depth)
    {
        if (gene.Type.Length > 0)
        {
            for (var count = random.Next(1, 4); count > 0; count--)
                gene.Fields.Add(DrawField(gene.Type, depth - 1));
        }
        return gene;
    }

    private void DrawArguments(FieldGene gene, GraphQLFieldDefinition definition)
    {
        foreach (var argument in definition.Arguments?.Items ?? [])
        {
            var name = argument.Name.StringValue;
            var isRequired = argument is { Type: GraphQLNonNullType, DefaultValue: null };
            if (isRequired || !Cursors.Contains(name) && random.Next(3) == 0)
                Set(gene, argument);
        }
    }

    private void Set(FieldGene gene, GraphQLInputValueDefinition argument)
    {
        var name = argument.Name.StringValue;
        if (Pages.Contains(name))
        {
            foreach (var other in Pages.Concat(Cursors))
                gene.Arguments.Remove(other);
        }
        // A cursor belongs to its order.
        if (name == "order")
            gene.Arguments.Remove("after");
        gene.Arguments[name] = Pages.Contains(name)
            ? new ValueGene(argument.Type) { Text = Pick(PageSizes) }
            : DrawValue(argument.Type, random.Next(1, 8), name == "id" ? gene.Type : name);
    }

    private SortedDictionary<string, ValueGene> DrawMembers(string type, IReadOnlyList<GraphQLInputValueDefinition> members, int depth)
    {
        var drawn = new SortedDictionary<string, ValueGene>(StringComparer.Ordinal);
        foreach (var required in members.Where(member => member is { Type: GraphQLNonNullType, DefaultValue: null }))
            drawn[required.Name.StringValue] = DrawValue(required.Type, depth - 1, required.Name.StringValue);
        // Nested inputs are conditions on other nodes; comparisons are leaves.
        var usable = members.Where(member => depth > 0 || !IsNested(member)).ToList();
        var nested = usable.Where(IsNested).ToList();
        for (var count = types.IsOneOf(type) ? 1 : random.Next(1, 3); count > 0 && usable.Count > 0; count--)
        {
            var member = Pick(nested.Count > 0 && random.Next(4) > 0 ? nested : usable);
            drawn[member.Name.StringValue] = DrawValue(member.Type, depth - 1, member.Name.StringValue);
        }
        return drawn;
    }

    // Whether a member is an input object with members that are input objects.
    private bool IsNested(GraphQLInputValueDefinition member) =>
        types.InputFields(SchemaTypes.NameOf(member.Type)).Any(inner => types.InputFields(SchemaTypes.NameOf(inner.Type)).Count > 0);

    private string DrawText(string type, string field) => types.EnumValues(type) is { Count: > 0 } values ? Pick(values) : type switch
    {
        "Boolean" => random.Next(2) == 0 ? "true" : "false",
        "Int" or "Long" => random.Next(6).ToString(CultureInfo.InvariantCulture),
        "Float" => (random.NextDouble() * 90).ToString("0.00", CultureInfo.InvariantCulture),
        "Date" => $"\"{new DateOnly(2011, 1, 1).AddDays(random.Next(3650)):yyyy-MM-dd}\"",
        "ID" => $"\"{DrawId(field)}\"",
        _ => JsonSerializer.Serialize(DrawWord()),
    };

    // Prefers ids of the given type.
    private string DrawId(string type)
    {
        var prefix = type + ":";
        var matching = _ids.Where(id => id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        return Pick(matching.Count > 0 ? matching : _ids);
    }

    // A word of the graph, the start of one, or a word that does not occur.
    private string DrawWord()
    {
        var word = Pick(sample.Words);
        return random.Next(3) switch
        {
            0 => word,
            1 => word[..Math.Min(2, word.Length)],
            _ => "zzz",
        };
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
