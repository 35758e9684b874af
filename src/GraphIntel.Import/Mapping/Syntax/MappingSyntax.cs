namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>One document of a mapping file: how the rows of a table become nodes and relationships.</summary>
internal sealed class MappingSyntax
{
    public required YamlText Name { get; init; }

    public List<GivenSyntax> Given { get; } = [];

    public ReadSyntax Read { get; set; } = new();

    /// <summary>The columns with other names or several spellings.</summary>
    public List<(YamlText Name, IReadOnlyList<string> Spellings)> Columns { get; } = [];

    /// <summary>The columns that may be absent.</summary>
    public List<YamlText> Optional { get; } = [];

    public List<CodeTableSyntax> Codes { get; } = [];

    public List<(YamlText Name, ValueSyntax Value)> Values { get; } = [];

    /// <summary>The key of a row; null only after an error.</summary>
    public PipelineSyntax? Key { get; set; }

    /// <summary>Of several rows with one key, the one with the greatest value counts; null: the first counts.</summary>
    public PipelineSyntax? Newest { get; set; }

    /// <summary>Of the later rows with one key, by name: the values that are the items of a list of the first.</summary>
    public List<(YamlText Name, PipelineSyntax Value)> Gathered { get; } = [];

    /// <summary>Of what a file tells everything.</summary>
    public Coverage Coverage { get; set; }

    /// <summary>With <see cref="Coverage.Pairs"/>: the values for which a file that has them is complete.</summary>
    public List<PipelineSyntax> Covers { get; } = [];

    /// <summary>The name of the table whose rows are withdrawn; null if rows make something.</summary>
    public YamlText? Withdraws { get; set; }

    /// <summary>Conditions under which a row is a finding, by what is then said.</summary>
    public List<(YamlText Text, ConditionSyntax When)> Warnings { get; } = [];

    public List<EntrySyntax> Entries { get; } = [];
}

/// <summary>Of what a file tells everything, so that rows which it does not have are gone.</summary>
internal enum Coverage
{
    /// <summary>Of nothing: it adds and changes.</summary>
    None,

    /// <summary>Of each combination of values that it has, such as a country and a year.</summary>
    Pairs,

    /// <summary>Of all that was ever imported by the mapping.</summary>
    All,
}

/// <summary>A fact that the file lacks, given by the user.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">The value if none is given; null if there is none.</param>
/// <param name="Pattern">A pattern on the file's name whose first group, or match, is the value; null if there is none.</param>
internal sealed record GivenSyntax(YamlText Name, string? Default, YamlText? Pattern);

/// <summary>How the table is read.</summary>
internal sealed record ReadSyntax
{
    /// <summary>The names of the columns of a file without a header; empty if files have one.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether a file never has a header; otherwise one is recognized by its names.</summary>
    public bool HasNoHeader { get; init; }

    /// <summary>The delimiter; null: detected from the first line.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether fields can be quoted.</summary>
    public bool HasQuotes { get; init; } = true;

    /// <summary>Whether a comma is a decimal point, too.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>The name of the encoding; null for UTF-8.</summary>
    public YamlText? Encoding { get; init; }

    /// <summary>Texts that mean an empty cell.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Whether missing cells at the end of a row are empty.</summary>
    public bool PadShortRows { get; init; }

    /// <summary>In a JSON file, the member with the rows; empty if the file is the list of rows; null if JSON is not read.</summary>
    public string? At { get; init; }

    /// <summary>The pattern of the names of this table's files (<c>*</c> for any text); null if the mapping has one table.</summary>
    public string? File { get; init; }
}

/// <summary>A table from codes to values.</summary>
internal sealed class CodeTableSyntax
{
    public required YamlText Name { get; init; }

    /// <summary>The codes, each with its value.</summary>
    public List<(string Code, YamlText Value)> Entries { get; } = [];

    /// <summary>The value of an unknown code; null: an unknown code is an error.</summary>
    public YamlText? Else { get; set; }

    /// <summary>Pairs of code and value that are read from the rows of the table itself, or of <see cref="File"/>.</summary>
    public List<(PipelineSyntax Code, PipelineSyntax Value)> Rows { get; } = [];

    /// <summary>The pattern of the name of another file; null if there is none.</summary>
    public YamlText? File { get; set; }

    /// <summary>The names of the columns of <see cref="File"/>, if it has no header.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];
}

/// <summary>A node or a relationship that a row makes.</summary>
internal sealed class EntrySyntax
{
    public required YamlText Name { get; init; }

    public required bool IsNode { get; init; }

    public YamlText? Type { get; set; }

    public ValueSyntax? Id { get; set; }

    public EachSyntax? Each { get; set; }

    public ConditionSyntax? When { get; set; }

    public YamlText? From { get; set; }

    public YamlText? To { get; set; }

    public List<(YamlText Name, ValueSyntax Value)> Set { get; } = [];

    /// <summary>Whether it has <c>set</c>, even if empty: what has none is not created.</summary>
    public bool HasSet { get; set; }

    public List<(YamlText Name, MergeRule Rule)> Merge { get; } = [];

    public List<MatchSyntax> Match { get; } = [];

    /// <summary>What becomes of what is not found; null for the default.</summary>
    public MissingRule? Missing { get; set; }

    public SpanSyntax? Span { get; set; }
}

/// <summary>How the values that several rows give to one property meet.</summary>
internal enum MergeRule
{
    /// <summary>They should be the same; a difference is a finding, and the first counts.</summary>
    Same,

    /// <summary>The first that is not empty.</summary>
    First,

    /// <summary>The last that is not empty.</summary>
    Last,

    /// <summary>The least; of an enum, the first in the order of the model.</summary>
    Least,

    /// <summary>The greatest.</summary>
    Greatest,

    /// <summary>All items of the lists.</summary>
    Add,
}

/// <summary>What becomes of a node that is not found.</summary>
internal enum MissingRule
{
    /// <summary>It is created.</summary>
    Make,

    /// <summary>It is left out, with what leads to it.</summary>
    Skip,

    /// <summary>The row is an error.</summary>
    Fail,
}

/// <summary>A rule by which a node or relationship of the store is recognized.</summary>
internal sealed record MatchSyntax(MappingPosition Position)
{
    /// <summary>The list of ids of other data sets; null if the rule is another.</summary>
    public YamlText? Ids { get; init; }

    /// <summary>The property with the name; null if the rule is another.</summary>
    public YamlText? Name { get; init; }

    /// <summary>Whether the days overlap or adjoin: of relationships.</summary>
    public bool ByDays { get; init; }

    /// <summary>The entry within which the name is unique; <c>none</c> for the top; null if there is none.</summary>
    public YamlText? Within { get; init; }

    /// <summary>The distance in meters within which it must be; null if there is none.</summary>
    public double? Near { get; init; }

    /// <summary>Properties that must be the same.</summary>
    public IReadOnlyList<YamlText> Same { get; init; } = [];

    /// <summary>The condition under which the rule applies; null if there is none.</summary>
    public ConditionSyntax? When { get; init; }
}

/// <summary>Rows that become intervals.</summary>
internal sealed record SpanSyntax(PipelineSyntax On, SpanStep Step, IReadOnlyList<YamlText> By, MappingPosition Position);

/// <summary>The unit of the rows of an interval.</summary>
internal enum SpanStep
{
    /// <summary>A row a day.</summary>
    Day,

    /// <summary>A row a month.</summary>
    Month,

    /// <summary>A row a year.</summary>
    Year,
}

/// <summary>The loops of an entry, outer first.</summary>
internal sealed record EachSyntax(IReadOnlyList<LoopSyntax> Loops, MappingPosition Position);

/// <summary>A loop: over lists in step, over records written out, or in step with another entry.</summary>
internal sealed record LoopSyntax(MappingPosition Position)
{
    /// <summary>Variables, each with its list; the first list decides how often.</summary>
    public IReadOnlyList<(YamlText Name, PipelineSyntax List)> Lists { get; init; } = [];

    /// <summary>Records with the same variables.</summary>
    public IReadOnlyList<IReadOnlyList<(YamlText Name, PipelineSyntax Value)>> Records { get; init; } = [];

    /// <summary>The entry in step with which this one is made; null if there is none.</summary>
    public ReferenceSyntax? Entry { get; init; }
}
