namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>Reads tables of codes.</summary>
internal static class CodeTableReader
{
    /// <summary>Reads a table: codes and values, <c>else</c>, and pairs from <c>rows</c> or from another <c>file</c>.</summary>
    public static CodeTableSyntax Read(YamlText name, YamlValue value, MapFields fields)
    {
        var table = new CodeTableSyntax { Name = name };
        PipelineSyntax? key = null, give = null;
        var entries = fields.Entries(value, "a table of codes");
        var isRead = entries.Any(entry => entry.Key.Text is "rows" or "file");
        foreach (var (code, item) in entries)
        {
            switch (code.Text)
            {
                case "else":
                    table.Else = fields.Text(item, "else");
                    break;
                case "rows":
                    ReadPairs(table, item, fields);
                    break;
                case "file":
                    table.File = fields.Text(item, "file");
                    break;
                case "names" when isRead:
                    table.Names = fields.Text(item, "names")?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
                    break;
                case "key" when isRead:
                    key = fields.Expression(item, "key");
                    break;
                case "give" when isRead:
                    give = fields.Expression(item, "give");
                    break;
                default:
                    if (fields.Text(item, "the value of a code") is { } text)
                        AddCodes(table, code, text, fields);
                    break;
            }
        }

        if (key is not null && give is not null)
            table.Rows.Add((key, give));
        if (table.File is not null && table.Rows.Count == 0)
            fields.Diagnostics.Add(value.Position, "a table of codes from a file must have key and give");
        return table;
    }

    /// <summary>Adds the alternatives of a key: <c>2 | rebel group</c>.</summary>
    private static void AddCodes(CodeTableSyntax table, YamlText codes, YamlText value, MapFields fields)
    {
        foreach (var code in codes.Text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (table.Entries.Exists(entry => entry.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))
                fields.Diagnostics.Add(codes.Position, $"the code '{code}' is given twice; upper and lower case are the same");
            else
                table.Entries.Add((code, value));
        }
    }

    private static void ReadPairs(CodeTableSyntax table, YamlValue value, MapFields fields)
    {
        foreach (var item in value is YamlList list ? list.Items : [value])
        {
            if (item is YamlList { Items: [YamlText code, YamlText given] })
                table.Rows.Add((ExpressionReader.Read(code, fields.Diagnostics), ExpressionReader.Read(given, fields.Diagnostics)));
            else
                fields.Diagnostics.Add(item.Position, "rows must be a list of pairs: [[$code, $value]]");
        }
    }
}
