using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>
/// Checks a mapping against the model and compiles it: every name is resolved, every type is known, and all that is wrong is
/// reported with its position, before a row is read.
/// </summary>
internal static class MappingCompiler
{
    /// <summary>Stands for the value of what was not given.</summary>
    public const string NotGiven = "?";

    /// <summary>Compiles a mapping; null if it has errors.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="model">The model.</param>
    /// <param name="given">The values of what is given.</param>
    /// <param name="encoding">The name of the encoding from the command line; null for that of the mapping.</param>
    /// <param name="diagnostics">Receives the errors.</param>
    public static MappingPlan? Compile(
        MappingSyntax mapping, GraphModel model, IReadOnlyDictionary<string, string> given, string? encoding, MappingDiagnostics diagnostics)
    {
        var before = diagnostics.Count;
        CheckNames(mapping, diagnostics);
        var options = OptionsOf(mapping.Read, encoding, diagnostics);
        var tables = CompileTables(mapping, diagnostics);
        var names = new Names(mapping, given, diagnostics);
        var expressions = new ExpressionCompiler(names, new TransformCompiler(diagnostics, tables, mapping.Read.DecimalComma));
        var values = new List<Func<Frame, object?>>();
        foreach (var (name, value) in mapping.Values)
        {
            var expression = expressions.CompileFirst(value, expressions.Compile);
            values.Add(Named(expression.Read, name.Text, names, expression.Inputs));
            names.Values.TryAdd(name.Text, (values.Count - 1, expression));
        }

        var key = mapping.Key is null ? Expression.Empty : expressions.CompileId(mapping.Key);
        if (mapping.Key is not null && key.Inputs.Columns.Count == 0)
            diagnostics.Add(mapping.Key.Position, "the key of a row must have a column");
        var newest = mapping.Newest is null ? null : expressions.Compile(mapping.Newest);
        var gatheredFrom = new Inputs();
        var gathered = mapping.Gathered.ConvertAll(list => (names.SlotOf(list.Name), CompileGathered(list.Value, expressions, gatheredFrom, diagnostics)));
        var covers = mapping.Covers.ConvertAll(expressions.CompileId);
        var warnings = mapping.Warnings.ConvertAll(warning => (warning.Text.Text, expressions.Compile(warning.When, new Inputs())));
        var codeRows = CompileCodeRows(mapping, given, encoding, tables, expressions, diagnostics);
        var properties = new PropertyCompiler(expressions, names.Columns, diagnostics, mapping.Read.DecimalComma);
        var entries = new EntryCompiler(model, names, expressions, properties, key.Inputs.Columns).Compile(mapping.Entries);
        if (entries.Count == 0 && mapping.Withdraws is null && diagnostics.Count == 0)
            diagnostics.Add(mapping.Name.Position, "the mapping makes nothing: it has neither nodes nor relationships");
        if (entries.Count > 0 && mapping.Withdraws is { } withdraws)
            diagnostics.Add(withdraws.Position, "rows that withdraw others make nothing: the table must have neither nodes nor relationships");
        if (diagnostics.Count > before)
            return null;
        return new MappingPlan
        {
            Name = mapping.Name.Text,
            Options = options,
            FilePattern = mapping.Read.File,
            Columns = names.Columns,
            Values = [.. values],
            VariableCount = names.VariableCount,
            Key = TextOf(key),
            Newest = newest is null ? null : TextOf(newest),
            Gathered = gathered,
            GatheredFrom = gatheredFrom.Columns,
            Coverage = mapping.Coverage,
            Covers = covers.Count == 0 ? null : frame => string.Join('/', covers.Select(part => Texts.Of(part.Read(frame)))),
            Withdraws = mapping.Withdraws?.Text,
            Warnings = warnings,
            CodeRows = codeRows,
            Entries = entries,
        };
    }

    /// <summary>An error in a value names its column, or the value itself.</summary>
    private static Func<Frame, object?> Named(Func<Frame, object?> read, string name, Names names, Inputs inputs)
    {
        var column = inputs.Columns.Count == 1 ? names.Columns[inputs.Columns.First()].Spellings[0] : null;
        return frame =>
        {
            try
            {
                return read(frame);
            }
            catch (RowException failure) when (failure.Column is null)
            {
                throw new RowException($"{failure.Message} (for {name})", column ?? name);
            }
        };
    }

    private static Func<Frame, string?> TextOf(Expression expression)
    {
        var read = expression.Read;
        return frame => Texts.Of(read(frame));
    }

    private static Func<Frame, string?> CompileGathered(
        PipelineSyntax value, ExpressionCompiler expressions, Inputs inputs, MappingDiagnostics diagnostics)
    {
        var expression = expressions.Compile(value);
        inputs.Add(expression.Inputs);
        if (expression.Shape is not { Kind: ValueKind.Text, IsList: false })
            diagnostics.Add(value.Position, $"what is gathered must be a text of each row, but this is {expression.Shape.Describe()}");
        return TextOf(expression);
    }

    private static void CheckNames(MappingSyntax mapping, MappingDiagnostics diagnostics)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var named = mapping.Given.Select(given => given.Name).Concat(mapping.Values.Select(value => value.Name))
            .Concat(mapping.Entries.Select(entry => entry.Name)).Concat(mapping.Columns.Select(column => column.Name))
            .Concat(mapping.Gathered.Select(gathered => gathered.Name));
        foreach (var name in named)
        {
            if (!taken.Add(name.Text))
                diagnostics.Add(name.Position, $"{WriteErrors.Show(name.Text)} stands for two things in this mapping");
            else if (name.Text == "span")
                diagnostics.Add(name.Position, "span is a word of the language: choose another name");
        }
    }

    private static TableOptions OptionsOf(ReadSyntax read, string? encoding, MappingDiagnostics diagnostics)
    {
        var name = encoding ?? read.Encoding?.Text;
        var found = name is null or "utf-8" or "UTF-8" ? null : TableOptions.FindEncoding(name);
        if (found is null && encoding is null && read.Encoding is { Text: not ("utf-8" or "UTF-8") } wrong)
            diagnostics.Add(wrong.Position, $"{WriteErrors.Show(wrong.Text)} is not the name of an encoding, such as windows-1256");
        return new TableOptions
        {
            Names = read.Names,
            HasNoHeader = read.HasNoHeader,
            Delimiter = read.Delimiter,
            HasQuotes = read.HasQuotes,
            Encoding = found,
            Empty = read.Empty,
            PadShortRows = read.PadShortRows,
            At = read.At,
        };
    }

    private static Dictionary<string, CodeTable> CompileTables(MappingSyntax mapping, MappingDiagnostics diagnostics)
    {
        var tables = new Dictionary<string, CodeTable>(StringComparer.Ordinal);
        foreach (var syntax in mapping.Codes)
        {
            var table = new CodeTable(syntax.Name.Text, isRead: syntax.Rows.Count > 0)
            {
                IsSafeInIds = syntax.Rows.TrueForAll(pair => IsTemplate(pair.Value)),
                Drops = syntax.Else?.Text == "drop",
                Else = syntax.Else?.Text is { } other and not "drop" ? other : null,
            };
            foreach (var (code, value) in syntax.Entries)
                table.Add(code, value.Text);
            if (!tables.TryAdd(syntax.Name.Text, table))
                diagnostics.Add(syntax.Name.Position, $"the table {syntax.Name.Text} is given twice");
        }

        return tables;
    }

    /// <summary>Compiles the tables that are read from rows. Those of another file have columns of their own.</summary>
    private static List<CodeRows> CompileCodeRows(
        MappingSyntax mapping, IReadOnlyDictionary<string, string> given, string? encoding, Dictionary<string, CodeTable> tables,
        ExpressionCompiler expressions, MappingDiagnostics diagnostics)
    {
        var all = new List<CodeRows>();
        foreach (var syntax in mapping.Codes.Where(table => table.Rows.Count > 0))
        {
            var compiler = expressions;
            CodeSource? source = null;
            if (syntax.File is not null)
            {
                var file = new MappingSyntax { Name = syntax.Name };
                file.Columns.AddRange(mapping.Columns);
                file.Read = new ReadSyntax { Names = syntax.Names };
                var names = new Names(file, given, diagnostics);
                compiler = new ExpressionCompiler(names, new TransformCompiler(diagnostics, new Dictionary<string, CodeTable>(), mapping.Read.DecimalComma));
                var options = OptionsOf(mapping.Read with { Names = syntax.Names, HasNoHeader = syntax.Names.Count > 0 }, encoding, diagnostics);
                source = new CodeSource(options, names.Columns);
            }

            var pairs = syntax.Rows.Select(pair => (
                TextOf(compiler.Compile(pair.Code)),
                TextOf(IsTemplate(pair.Value) ? compiler.CompileId(pair.Value) : compiler.Compile(pair.Value)))).ToList();
            all.Add(new CodeRows(tables[syntax.Name.Text], syntax.File?.Text, source, pairs));
        }

        return all;
    }

    /// <summary>Whether a value has a text of the mapping around what it reads, as parts of ids do.</summary>
    private static bool IsTemplate(PipelineSyntax value) => value.Template.Count > 1;

    /// <summary>The values of what is given: by the user, found in a file's name, or by default. What is missing is reported.</summary>
    /// <param name="mapping">A table of the mapping.</param>
    /// <param name="set">The values of the user.</param>
    /// <param name="fileNames">The names of the files.</param>
    /// <param name="asked">The names that any table of the mapping asks for.</param>
    /// <param name="isUsed">Whether the table has a file.</param>
    /// <param name="diagnostics">Receives the errors.</param>
    public static Dictionary<string, string> ResolveGiven(
        MappingSyntax mapping, IReadOnlyDictionary<string, string> set, IReadOnlyList<string> fileNames, IReadOnlySet<string> asked, bool isUsed,
        MappingDiagnostics diagnostics)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var given in mapping.Given)
        {
            var name = given.Name.Text;
            var pattern = given.Pattern is { } text ? Patterns.Create(text.Text, text.Position, diagnostics) : null;
            var found = pattern is null ? null : fileNames.Select(file => pattern.Match(file)).FirstOrDefault(match => match.Success);
            var value = set.GetValueOrDefault(name) ?? (found is null ? null : found.Groups.Count > 1 ? found.Groups[1].Value : found.Value) ?? given.Default;
            if (value is null && isUsed)
                diagnostics.Add(given.Name.Position, $"{name} must be given: --set {name}=...");
            values.Add(name, value ?? NotGiven);
        }

        foreach (var name in set.Keys.Where(name => !asked.Contains(name)))
        {
            diagnostics.Add(
                mapping.Name.Position, $"--set {name}: the mapping asks for nothing of that name{NameSuggestions.DidYouMean(name, asked)}");
        }

        return values;
    }
}
