using System.Text;

namespace GraphIntel.Benchmarks.Attacks.Search;

/// <summary>A field of a generated operation, with its selection. The root selects the operation's fields.</summary>
/// <param name="name">The name of the field; that of an inline fragment starts with three dots.</param>
/// <param name="parent">The type that has the field.</param>
/// <param name="type">The named type of the field; empty for a leaf.</param>
internal sealed class FieldGene(string name, string parent, string type)
{
    public string Name { get; } = name;

    public string Parent { get; } = parent;

    public string Type { get; } = type;

    public SortedDictionary<string, ValueGene> Arguments { get; } = new(StringComparer.Ordinal);

    public List<FieldGene> Fields { get; } = [];

    /// <summary>The field and all fields below it.</summary>
    public IEnumerable<FieldGene> All => Fields.SelectMany(inner => inner.All).Prepend(this);

    public FieldGene Copy()
    {
        var copy = new FieldGene(Name, Parent, Type);
        foreach (var (argument, value) in Arguments)
            copy.Arguments.Add(argument, value.Copy());
        copy.Fields.AddRange(Fields.Select(field => field.Copy()));
        return copy;
    }

    /// <summary>Prints the document of an operation; without values, its shape.</summary>
    public string Print(bool withValues)
    {
        var text = new StringBuilder();
        PrintFields(text, withValues, new Counter());
        return text.ToString();
    }

    private void PrintFields(StringBuilder text, bool withValues, Counter aliases)
    {
        text.Append("{ ");
        if (Fields.Count == 0)
            text.Append("__typename ");
        foreach (var field in Fields)
        {
            // Without an alias, fields of one name with different arguments would conflict, also across fragments.
            if (field.Arguments.Count > 0)
                text.Append('a').Append(aliases.Next()).Append(": ");
            text.Append(field.Name);
            if (field.Arguments.Count > 0)
                text.Append('(').AppendJoin(", ", field.Arguments.Select(argument => $"{argument.Key}: {argument.Value.Print(withValues)}")).Append(')');
            text.Append(' ');
            if (field.Type.Length > 0)
                field.PrintFields(text, withValues, aliases);
        }
        text.Append("} ");
    }

    private sealed class Counter
    {
        private int _last;

        public int Next() => ++_last;
    }
}
