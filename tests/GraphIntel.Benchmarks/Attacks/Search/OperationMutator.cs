using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Attacks.Search;

/// <summary>Mutates expensive operations, to find more expensive ones.</summary>
internal sealed class OperationMutator(SchemaTypes types, OperationGenerator generator, Random random)
{
    private const int MaxItems = 8;

    /// <summary>A copy with one to three changes; some copy a part of another expensive operation.</summary>
    public FieldGene Mutate(FieldGene operation, FieldGene other)
    {
        var copy = operation.Copy();
        for (var count = random.Next(1, 4); count > 0; count--)
            Change(copy, other);
        return copy;
    }

    private void Change(FieldGene root, FieldGene other)
    {
        var field = Pick([.. root.All.Where(field => field.Type.Length > 0)]);
        switch (random.Next(9))
        {
            case 0:
                field.Fields.Add(generator.DrawField(field.Type, random.Next(1, 5)));
                break;
            case 1:
                if (field.Fields.Count > 1)
                    field.Fields.RemoveAt(random.Next(field.Fields.Count));
                break;
            case 2:
                generator.DrawArgument(field);
                break;
            case 3:
                GrowPages(root);
                break;
            case 4:
                Crossover(root, other);
                break;
            case 5:
                if (field.Fields.Count > 0 && field.Fields.Count < MaxItems)
                    field.Fields.Add(Pick(field.Fields).Copy());
                break;
            case 6:
                AddTotalCount(field);
                break;
            default:
                ChangeValue(root);
                break;
        }
    }

    private void GrowPages(FieldGene root)
    {
        var fields = root.All.Where(field => types.Field(field.Parent, field.Name)?.Arguments?.Items.Any(argument => argument.Name.StringValue == "first") == true
            && !field.Arguments.ContainsKey("last")).ToList();
        if (fields.Count == 0)
            return;
        var field = Pick(fields);
        var type = types.Field(field.Parent, field.Name)!.Arguments!.Items.First(argument => argument.Name.StringValue == "first").Type;
        field.Arguments["first"] = new ValueGene(type) { Text = "500" };
    }

    // A total counts all matching rows, whereas a page can stop early.
    private void AddTotalCount(FieldGene field)
    {
        if (types.Field(field.Type, "totalCount") is not null && field.Fields.All(inner => inner.Name != "totalCount"))
            field.Fields.Add(new FieldGene("totalCount", field.Type, ""));
    }

    // Copies arguments or a selection of the other operation to a field of the same type and name.
    private void Crossover(FieldGene root, FieldGene other)
    {
        var donor = Pick([.. other.All]);
        var candidates = root.All.Where(field => field.Type == donor.Type && field.Name == donor.Name).ToList();
        if (candidates.Count == 0)
            return;
        var target = Pick(candidates);
        foreach (var (name, value) in donor.Arguments.Where(argument => argument.Key is "where" or "order"))
        {
            target.Arguments.Remove("after");
            target.Arguments[name] = value.Copy();
        }
        if (donor.Fields.Count > 0 && target.Fields.Count < MaxItems)
            target.Fields.Add(Pick(donor.Fields).Copy());
    }

    private void ChangeValue(FieldGene root)
    {
        var values = root.All.SelectMany(field => field.Arguments.Values).SelectMany(value => value.All)
            .Where(value => value.Items is not null || value.Members is not null).ToList();
        if (values.Count == 0)
            return;
        var value = Pick(values);
        if (value.Items is { } items)
        {
            if (items.Count < MaxItems && Inner(value.Type) is { } inner)
                items.Add(random.Next(2) == 0 && items.Count > 0 ? Pick(items).Copy() : generator.DrawValue(inner, random.Next(1, 6)));
            return;
        }
        var type = SchemaTypes.NameOf(value.Type);
        var member = Pick(types.InputFields(type));
        if (types.IsOneOf(type))
            value.Members!.Clear();
        value.Members![member.Name.StringValue] = generator.DrawValue(member.Type, random.Next(1, 7), member.Name.StringValue);
    }

    private static GraphQLType? Inner(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Inner(nonNull.Type),
        GraphQLListType list => list.Type,
        _ => null,
    };

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
