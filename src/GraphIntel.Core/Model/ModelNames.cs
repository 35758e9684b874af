using System.Globalization;

namespace GraphIntel.Core.Model;

/// <summary>The last stage: reports duplicate names in the generated schema, the ids and the tables.</summary>
internal sealed class ModelNames
{
    // Type names of the API that are the same for every model.
    private static readonly string[] FixedTypes =
    [
        "Query", "Mutation", "Subscription", "Node", "Fact", "Relationship", "PageInfo", "PathSortInput", "SortEnumType", "Direction", "ViaInput",
        "RelationshipType", "Certainty", "DateRangeInput", "DateBoundsInput", "ImpreciseDateOperationFilterInput", "CalendarInterval", "PointInput", "BoxInput", "DistanceFilterInput", "PointSortInput",
        "DistanceSortInput", "PathsResult", "Path", "Neighborhood", "NodesFilterInput", "SearchResult", "SearchItem", "SearchMatch", "NodeType",
        "String", "Int", "Float", "Boolean", "ID", "Date", "Point", "Long",
    ];

    private static readonly string[] Scalars = ["Id", "String", "Int", "Float", "Boolean", "Date", "Point"];
    private static readonly string[] Summarized = ["Int", "Float", "Date", "Point"];
    private static readonly string[] ApiRootFields = ["node", "nodes", "search", "paths", "neighborhood", "__typename"];

    private readonly Diagnostics _diagnostics;
    private readonly List<TypeSyntax> _nodes = [];

    // Two origins with one name in common often have more in common; only the first is reported.
    private readonly HashSet<(string, string)> _reported = [];

    private ModelNames(Diagnostics diagnostics) => _diagnostics = diagnostics;

    /// <summary>A name and its origin; names of the API itself have no position.</summary>
    private readonly record struct Origin(string Name, string From, int? Position);

    /// <summary>Reports every duplicate name at the later of its origins.</summary>
    public static void Check(ModelSyntax syntax, RelationshipReader relationships, Diagnostics diagnostics)
    {
        var names = new ModelNames(diagnostics);
        names.ReportCaseConflicts(syntax);
        var types = relationships.InOrder();
        names.ReportDuplicates(names.IdPrefixes(types, relationships.PositionOf), "the id prefix '{0}:' would be used by both {1} and {2}");
        names.ReportDuplicates(
            GeneratedTypes(syntax, names._nodes, types, relationships.PositionOf),
            "the schema type {0} would be defined by both {1} and {2}");
        names.ReportDuplicates(names.RootFields(relationships), "the root field '{0}' would be defined by both {1} and {2}");
        foreach (var type in names._nodes)
            names.ReportArguments(type);
    }

    // Table names of SQLite are case-insensitive.
    private void ReportCaseConflicts(ModelSyntax syntax)
    {
        var seen = new Dictionary<string, TypeSyntax>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in syntax.Types.Where(type => type.IsNode))
        {
            if (seen.TryAdd(type.Name, type))
            {
                _nodes.Add(type);
                continue;
            }
            var other = seen[type.Name];
            _diagnostics.Add(
                type.Position,
                $"the node types {other.Name} ({_diagnostics.Location(other.Position)}) and {type.Name} differ only in letter case");
        }
    }

    private void ReportDuplicates(IEnumerable<Origin> origins, string message)
    {
        var seen = new Dictionary<string, Origin>(StringComparer.Ordinal);
        foreach (var origin in origins.OrderBy(origin => origin.Position ?? -1))
        {
            if (seen.TryAdd(origin.Name, origin))
                continue;
            var earlier = seen[origin.Name];
            if (!_reported.Add((earlier.From, origin.From)))
                continue;
            var from = earlier.Position is { } position ? $"{earlier.From} ({_diagnostics.Location(position)})" : earlier.From;
            _diagnostics.Add(
                origin.Position!.Value,
                string.Format(CultureInfo.InvariantCulture, message, origin.Name, from, origin.From));
        }
    }

    private static IEnumerable<Origin> GeneratedTypes(
        ModelSyntax syntax,
        List<TypeSyntax> nodes,
        IEnumerable<RelationshipType> relationships,
        Func<RelationshipType, int> positionOf)
    {
        const string Api = "the API";
        foreach (var name in FixedTypes)
            yield return new Origin(name, Api, null);
        foreach (var name in Scalars.SelectMany(Operations))
            yield return new Origin(name, Api, null);
        foreach (var name in Summarized)
        {
            yield return new Origin(name + "Summary", Api, null);
            yield return new Origin(name + "SummarySortInput", Api, null);
        }
        foreach (var (type, position) in syntax.Enums)
        {
            foreach (var name in Operations(type.Name).Prepend(type.Name))
            {
                yield return new Origin(name, $"the enum {type.Name}", position);
            }
        }
        foreach (var type in nodes)
        {
            foreach (var name in OfNode(type.Node!))
                yield return new Origin(name, $"the node type {type.Name}", type.Position);
        }
        foreach (var field in nodes.Concat(syntax.Types.Where(type => type.IsEdge)).SelectMany(type => type.Fields))
        {
            foreach (var name in OfField(field))
                yield return new Origin(name, $"the field {field.FullName}", field.Position);
        }
        foreach (var type in relationships)
        {
            foreach (var name in OfRelationship(type))
                yield return new Origin(name, $"the relationship type {type.Type}", positionOf(type));
        }
    }

    private static IEnumerable<string> Operations(string type) =>
        [type + "OperationFilterInput", $"List{type}OperationFilterInput"];

    private static IEnumerable<string> OfNode(NodeType node)
    {
        var plural = Casing.Pascal(node.Plural);
        return
        [
            node.Name, node.Name + "FilterInput", node.Name + "SortInput", node.Name + "SingleFilterInput",
            plural + "Connection", plural + "Edge", plural + "ListFilterInput",
            .. Aggregates(node.Name),
        ];
    }

    private static IEnumerable<string> Aggregates(string type) =>
        [type + "Aggregate", type + "Groups", type + "Distinct", type + "Timeline", type + "Period", type + "GroupSortInput"];

    private static IEnumerable<string> OfRelationship(RelationshipType type)
    {
        if (type.Plural is null)
            return [type.Name];
        var plural = Casing.Pascal(type.Plural);
        string[] names =
        [
            type.Name, type.Name + "FilterInput", type.Name + "SortInput",
            plural + "Connection", plural + "Edge", plural + "FilterInput", plural + "SortInput",
            type.Name + "SourceGroup", type.Name + "TargetGroup", .. Aggregates(type.Name),
        ];

        // A plural that is the singular too is reported as a root field.
        return names.Distinct();
    }

    private static IEnumerable<string> OfField(FieldSyntax field)
    {
        var name = field.Owner.Name + Casing.Pascal(field.Name);
        IEnumerable<string> grouped = field.Built is { IsGrouped: true } ? [name + "Group"] : [];
        return grouped.Concat(field.Built switch
        {
            RelationshipField { Relationship.IsDerived: true, IsList: false } => [],
            RelationshipField { Relationship.IsDerived: true } => [name + "Connection", name + "Edge"],
            RelationshipField { IsList: false } => [name + "FilterInput", name + "SingleFilterInput", name + "SortInput"],
            RelationshipField or PathField =>
            [
                name + "FilterInput", name + "SortInput", name + "ListFilterInput",
                name + "Connection", name + "Edge",
            ],
            _ => [],
        });
    }

    private IEnumerable<Origin> RootFields(RelationshipReader relationships)
    {
        foreach (var name in ApiRootFields)
            yield return new Origin(name, "the API", null);
        foreach (var type in _nodes)
        {
            yield return new Origin(type.Node!.Singular, $"the node type {type.Name}", type.Position);
            var position = type.NodeUse!.Text("plural")?.Position ?? type.Position;
            yield return new Origin(type.Node.Plural, $"the plural of {type.Name}", position);
        }
        var prefixes = _nodes.Select(type => type.Node!.IdPrefix).ToHashSet(StringComparer.Ordinal);
        foreach (var type in relationships.InOrder())
        {
            // A relationship type with the id prefix of another type is reported as such.
            if (type is not { Singular: { } singular, Plural: { } plural } || !prefixes.Add(type.IdPrefix))
                continue;
            yield return new Origin(singular, $"the relationship type {type.Type}", relationships.PositionOf(type));
            yield return new Origin(plural, $"the plural of {type.Name}", relationships.PluralPositionOf(type));
        }
    }

    private IEnumerable<Origin> IdPrefixes(IEnumerable<RelationshipType> relationships, Func<RelationshipType, int> positionOf)
    {
        var names = _nodes.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var type in _nodes)
            yield return new Origin(type.Node!.IdPrefix, $"the node type {type.Name}", type.Position);
        // A relationship type with the name of a node type is reported as a duplicate type.
        foreach (var type in relationships.Where(type => names.Add(type.Name)))
        {
            yield return new Origin(type.IdPrefix, $"the relationship type {type.Type}", positionOf(type));
        }
    }

    private void ReportArguments(TypeSyntax type)
    {
        foreach (var field in type.Fields)
        {
            if (field.Built is not RelationshipField { IsList: false } built)
                continue;
            foreach (var argument in built.Relationship.HopArguments)
            {
                var clash = _nodes.Find(node => node.Node == built.Target)?.FindField(argument);
                if (clash is null)
                    continue;
                _diagnostics.Add(
                    field.Position,
                    $"where {field.FullName} is filtered, its argument '{argument}' would conflict with {clash.FullName} "
                    + $"({_diagnostics.Location(clash.Position)}); rename that field or make this one a list");
            }
        }
    }
}
