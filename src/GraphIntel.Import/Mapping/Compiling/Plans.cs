using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>A compiled mapping of one table.</summary>
internal sealed class MappingPlan
{
    public required string Name { get; init; }

    public required TableOptions Options { get; init; }

    /// <summary>The pattern of the names of its files; null if the mapping has one table.</summary>
    public required string? FilePattern { get; init; }

    public required IReadOnlyList<ColumnPlan> Columns { get; init; }

    /// <summary>The values that are computed once a row.</summary>
    public required Func<Frame, object?>[] Values { get; init; }

    public required int VariableCount { get; init; }

    /// <summary>The key of a row.</summary>
    public required Func<Frame, string?> Key { get; init; }

    /// <summary>Of several rows with one key, the one with the greatest of these counts; null: the first.</summary>
    public required Func<Frame, string?>? Newest { get; init; }

    /// <summary>What later rows with one key give to lists of the first, each with its slot among the columns.</summary>
    public required IReadOnlyList<(int Slot, Func<Frame, string?> Read)> Gathered { get; init; }

    /// <summary>The columns from which is gathered.</summary>
    public required IReadOnlySet<int> GatheredFrom { get; init; }

    /// <summary>Of what a file tells everything, so that other rows are gone.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>With <see cref="Coverage.Pairs"/>: the values for which a file that has them is complete.</summary>
    public required Func<Frame, string?>? Covers { get; init; }

    /// <summary>The table whose rows are withdrawn, each by a row with its key; null if rows make something.</summary>
    public required string? Withdraws { get; init; }

    /// <summary>Conditions under which a row is a finding, with the kind of the finding.</summary>
    public required IReadOnlyList<(string Kind, Func<Frame, bool> When)> Warnings { get; init; }

    /// <summary>The tables of codes that are read from rows before all else.</summary>
    public required IReadOnlyList<CodeRows> CodeRows { get; init; }

    /// <summary>Nodes, then relationships, in the order of the mapping.</summary>
    public required List<EntryPlan> Entries { get; init; }
}

/// <summary>A table of codes that is read from rows.</summary>
/// <param name="Table">The table.</param>
/// <param name="File">The pattern of the name of the file with the rows; null: the rows of the mapping.</param>
/// <param name="Source">How that file is read; null for the rows of the mapping.</param>
/// <param name="Pairs">The code and the value of each row.</param>
internal sealed record CodeRows(CodeTable Table, string? File, CodeSource? Source, IReadOnlyList<(Func<Frame, string?> Code, Func<Frame, string?> Value)> Pairs);

/// <summary>Another file from which codes are read.</summary>
internal sealed record CodeSource(TableOptions Options, IReadOnlyList<ColumnPlan> Columns);

/// <summary>A compiled entry: nodes or relationships that a row makes.</summary>
internal sealed class EntryPlan
{
    public required string Name { get; init; }

    /// <summary>Its index among the entries of the table.</summary>
    public required int Index { get; init; }

    /// <summary>Its number among the entries of all tables.</summary>
    public int Number { get; set; }

    public required ElementType Type { get; init; }

    /// <summary>The entry in step with which it is made, up to the one with the loops: this one if there is no other.</summary>
    public EntryPlan Root { get; set; } = null!;

    /// <summary>The loops, outer first; of the root.</summary>
    public List<LoopPlan> Loops { get; } = [];

    /// <summary>The variables of the loops; of the root.</summary>
    public List<Variable> Variables { get; } = [];

    /// <summary>Whether a row can make several of it.</summary>
    public bool HasLoop => Loops.Count > 0;

    /// <summary>Whether it is made of the row; null: always.</summary>
    public Func<Frame, bool>? When { get; set; }

    /// <summary>Whether <see cref="When"/> reads nothing of a loop or of another entry, so that it is asked before a loop begins.</summary>
    public bool IsWhenOfRow { get; set; }

    /// <summary>The id without the type's prefix; null for a relationship whose id follows from its ends.</summary>
    public Func<Frame, string?>? Key { get; set; }

    /// <summary>Of a relationship: the ends.</summary>
    public Func<Frame, object?>? From { get; set; }

    /// <inheritdoc cref="From"/>
    public Func<Frame, object?>? To { get; set; }

    /// <summary>Whether it is created; otherwise it must be found.</summary>
    public bool IsMade { get; set; }

    /// <summary>Whether it is created only if the store does not have it: then nothing of it is changed.</summary>
    public bool IsLeftAlone { get; set; }

    /// <summary>Whether it only sets values of what is found.</summary>
    public bool IsUpdate => !IsMade && Properties.Count > 0;

    /// <summary>What becomes of what is not found.</summary>
    public MissingRule Missing { get; set; }

    public List<PropertyPlan> Properties { get; set; } = [];

    /// <summary>The columns of its rows: those of <see cref="Properties"/>.</summary>
    public IReadOnlyList<Property> Columns { get; set; } = [];

    public List<FieldPlan> Fields { get; set; } = [];

    /// <summary>The days whose order is checked.</summary>
    public IReadOnlyList<DayColumns> Periods { get; set; } = [];

    /// <summary>Whether its id is unique for a row, because it has the row's key.</summary>
    public bool HasRowKey { get; set; }

    /// <summary>Whether it has the row's key, and no other row can refer to it.</summary>
    public bool IsPerRow { get; set; }

    /// <summary>Whether the values of several rows meet in another way than the first counting.</summary>
    public bool IsMerged { get; set; }

    /// <summary>Whether the values are kept after they were checked: because they are merged, or another row can refer to it first.</summary>
    public bool KeepsValues { get; set; }

    /// <summary>What it reads altogether: rows that agree in it make the same.</summary>
    public Inputs Inputs { get; } = new();

    public SpanPlan? Span { get; set; }

    public IReadOnlyList<MatchPlan> Match { get; set; } = [];

    /// <summary>The property with the first valid day, if the default id has it; -1 otherwise.</summary>
    public int IdDay { get; set; } = -1;
}

/// <summary>A loop: over lists in step, or over records.</summary>
/// <param name="Slots">The slots of the variables.</param>
/// <param name="Lists">The lists; empty for records.</param>
/// <param name="Records">The records; empty for lists.</param>
/// <param name="Name">The names of the variables, for findings.</param>
internal sealed record LoopPlan(int[] Slots, Func<Frame, object?>[] Lists, Func<Frame, object?>[][] Records, string Name);

/// <summary>A property that an entry sets.</summary>
/// <param name="Property">The property.</param>
/// <param name="Read">Reads its value, of the type that a batch requires.</param>
/// <param name="Merge">How the values of several rows meet.</param>
/// <param name="HasSpan">Whether it is known only when the intervals are.</param>
internal sealed record PropertyPlan(Property Property, Func<Frame, object?> Read, MergeRule Merge, bool HasSpan);

/// <summary>A relationship without properties that is set as a field of a node.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsReversed">Whether it leads to the node.</param>
/// <param name="Read">The alternatives: each an instance, or a list of instances, at the other end.</param>
/// <param name="IsList">Whether all alternatives count; otherwise the first that is not empty.</param>
internal sealed record FieldPlan(RelationshipType Type, bool IsReversed, Func<Frame, object?>[] Read, bool IsList);

/// <summary>Rows that become intervals.</summary>
/// <param name="On">The day of a row.</param>
/// <param name="Step">The unit.</param>
/// <param name="By">The indexes of the properties that cut an interval.</param>
/// <param name="IsOfRow">Whether the day is that of the row, and of no loop or entry.</param>
internal sealed record SpanPlan(Func<Frame, object?> On, SpanStep Step, int[] By, bool IsOfRow);

/// <summary>A rule by which a node or relationship of the store is recognized.</summary>
internal sealed record MatchPlan
{
    /// <summary>The index of the property with ids of other data sets; -1 if the rule is another.</summary>
    public int Ids { get; init; } = -1;

    /// <summary>The index of the property with the name; -1 if the rule is another.</summary>
    public int Name { get; init; } = -1;

    /// <summary>Whether days must overlap or adjoin.</summary>
    public bool ByDays { get; init; }

    /// <summary>The field of the type to itself within which the name is unique; null if there is none.</summary>
    public FieldPlan? Within { get; init; }

    /// <summary>The entry at the other end of <see cref="Within"/>; null for the top.</summary>
    public Func<Frame, object?>? Parent { get; init; }

    /// <summary>The index of the point, and the distance in meters; null if there is none.</summary>
    public (int Point, double Meters)? Near { get; init; }

    /// <summary>The indexes of properties that must be the same.</summary>
    public int[] Same { get; init; } = [];

    /// <summary>The condition under which it applies; null: always.</summary>
    public Func<Frame, bool>? When { get; init; }
}
