namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>Reads the entries of <c>nodes</c> and <c>relationships</c>.</summary>
internal static class EntryReader
{
    /// <summary>Reads an entry.</summary>
    public static EntrySyntax Read(YamlText name, YamlValue value, bool isNode, MapFields fields)
    {
        var entry = new EntrySyntax { Name = name, IsNode = isNode };
        string[] known = isNode
            ? ["type", "id", "each", "when", "set", "merge", "match", "missing"]
            : ["type", "id", "each", "when", "set", "merge", "match", "from", "to", "span"];
        foreach (var (key, field) in fields.Known(value, isNode ? "a node" : "a relationship", known))
            ReadField(entry, key.Text, field, fields);
        if (entry.Type is null)
            fields.Diagnostics.Add(name.Position, $"{name.Text} must have type");
        if (isNode && entry.Id is null)
            fields.Diagnostics.Add(name.Position, $"{name.Text} must have id");
        if (!isNode && (entry.From is null || entry.To is null))
            fields.Diagnostics.Add(name.Position, $"{name.Text} must have from and to");
        return entry;
    }

    private static void ReadField(EntrySyntax entry, string key, YamlValue field, MapFields fields)
    {
        switch (key)
        {
            case "type":
                entry.Type = fields.Text(field, "type");
                break;
            case "id":
                entry.Id = fields.Value(field);
                break;
            case "each":
                entry.Each = ReadEach(field, fields);
                break;
            case "when":
                entry.When = fields.Condition(field);
                break;
            case "from":
                entry.From = fields.Text(field, "from");
                break;
            case "to":
                entry.To = fields.Text(field, "to");
                break;
            case "set":
                entry.HasSet = true;
                entry.Set.AddRange(fields.Entries(field, "set").Select(pair => (pair.Key, fields.Value(pair.Value))));
                break;
            case "merge":
                foreach (var (name, rule) in fields.Entries(field, "merge"))
                {
                    if (fields.Word(rule, "merge", "same", "first", "last", "least", "greatest", "add") is { } word)
                        entry.Merge.Add((name, Enum.Parse<MergeRule>(word, ignoreCase: true)));
                }

                break;
            case "match":
                foreach (var item in field is YamlList list ? list.Items : [field])
                    entry.Match.Add(ReadMatch(item, fields));
                break;
            case "missing":
                if (fields.Word(field, "missing", "make", "skip", "fail") is { } missing)
                    entry.Missing = Enum.Parse<MissingRule>(missing, ignoreCase: true);
                break;
            case "span":
                entry.Span = ReadSpan(field, fields);
                break;
        }
    }

    private static EachSyntax ReadEach(YamlValue value, MapFields fields) => value switch
    {
        YamlList { Items: [YamlMap, ..] } records => new EachSyntax([ReadRecords(records, fields)], value.Position),
        YamlList list => new EachSyntax([.. list.Items.Select(item => ReadLoop(item, fields))], value.Position),
        _ => new EachSyntax([ReadLoop(value, fields)], value.Position),
    };

    private static LoopSyntax ReadLoop(YamlValue value, MapFields fields)
    {
        if (value is YamlMap map)
            return new LoopSyntax(value.Position) { Lists = ReadVariables(map, fields) };
        if (fields.Text(value, "each") is not { } text)
            return new LoopSyntax(value.Position);
        var offset = 0;
        if (text.Text[0] == '$' && ExpressionReader.ReadReference(text, ref offset) is { Part: null, IsOptional: false } entry
            && offset == text.Text.Length)
        {
            return new LoopSyntax(value.Position) { Entry = entry };
        }

        const string In = " in ";
        var cut = text.Text.IndexOf(In, StringComparison.Ordinal);
        if (cut <= 0)
        {
            fields.Diagnostics.Add(value.Position, "each must be `name in $list`, `$entry`, or a map of names and lists");
            return new LoopSyntax(value.Position);
        }

        var name = new YamlText(text.Position, text.Text[..cut].Trim(), text.Indent, text.IsOneLine);
        var start = cut + In.Length;
        var list = new YamlText(text.At(start), text.Text[start..], 0, text.IsOneLine);
        return fields.IsName(name)
            ? new LoopSyntax(value.Position) { Lists = [(name, ExpressionReader.Read(list, fields.Diagnostics))] }
            : new LoopSyntax(value.Position);
    }

    private static LoopSyntax ReadRecords(YamlList list, MapFields fields)
    {
        var records = list.Items.OfType<YamlMap>().Select(map => ReadVariables(map, fields)).ToList();
        var names = records[0].Select(field => field.Name.Text).ToList();
        for (var index = 0; index < list.Items.Count; index++)
        {
            if (list.Items[index] is not YamlMap)
                fields.Diagnostics.Add(list.Items[index].Position, "the items of each must all be maps");
            else if (index < records.Count && !records[index].Select(field => field.Name.Text).SequenceEqual(names, StringComparer.Ordinal))
                fields.Diagnostics.Add(list.Items[index].Position, $"each map of each must have the same keys: {string.Join(", ", names)}");
        }

        return new LoopSyntax(list.Position) { Records = records };
    }

    private static List<(YamlText Name, PipelineSyntax Value)> ReadVariables(YamlMap map, MapFields fields)
    {
        var variables = new List<(YamlText, PipelineSyntax)>();
        foreach (var (name, value) in map.Entries)
        {
            if (value is not YamlText text)
                fields.Diagnostics.Add(value.Position, "each value of each must be a text");
            else if (fields.IsName(name))
                variables.Add((name, ExpressionReader.Read(text, fields.Diagnostics)));
        }

        return variables;
    }

    private static MatchSyntax ReadMatch(YamlValue value, MapFields fields)
    {
        var match = new MatchSyntax(value.Position);
        if (value is YamlText text)
            return text.Text == "days" ? match with { ByDays = true } : match with { Ids = text };
        foreach (var (key, field) in fields.Known(value, "match", "by", "within", "near", "same", "when"))
        {
            match = key.Text switch
            {
                "by" => fields.Text(field, "by") is { } by
                    ? by.Text == "days" ? match with { ByDays = true } : match with { Name = by }
                    : match,
                "within" => match with { Within = fields.Text(field, "within") },
                "near" => match with { Near = fields.Text(field, "near") is { } near ? MappingReader.Distance(near, fields.Diagnostics) : null },
                "same" => match with { Same = fields.Texts(field, "same") },
                _ => match with { When = fields.Condition(field) },
            };
        }

        return match;
    }

    private static SpanSyntax? ReadSpan(YamlValue value, MapFields fields)
    {
        PipelineSyntax? on = null;
        var step = SpanStep.Day;
        IReadOnlyList<YamlText> by = [];
        foreach (var (key, field) in fields.Known(value, "span", "on", "step", "by"))
        {
            switch (key.Text)
            {
                case "on":
                    on = fields.Expression(field, "on");
                    break;
                case "step":
                    if (fields.Word(field, "step", "day", "month", "year") is { } word)
                        step = Enum.Parse<SpanStep>(word, ignoreCase: true);
                    break;
                default:
                    by = fields.Texts(field, "by");
                    break;
            }
        }

        if (on is null)
            fields.Diagnostics.Add(value.Position, "span must have on: the day of a row");
        return on is null ? null : new SpanSyntax(on, step, by, value.Position);
    }
}
