using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>What the oracle returns.</summary>
/// <param name="Data">
/// The text of <c>data</c>, with <see cref="Cursor.Placeholder"/> for each cursor; null where the operation is refused.
/// </param>
/// <param name="Cursors">Where the cursors point, in the order of the text.</param>
/// <param name="Refusal">Why the operation is refused; null where it is not.</param>
internal sealed record OracleResponse(string? Data, IReadOnlyList<Cursor> Cursors, string? Refusal);

/// <summary>
/// Executes operations over a graph in memory by doing what they say, in the simplest way that is plainly right. It reads the
/// document and the model; it knows of no plan, no index and no statement.
/// </summary>
internal sealed class NaiveInterpreter
{
    private readonly MemoryGraph _graph;
    private readonly Filters _filters;
    private readonly CursorBook _book;
    private readonly Dictionary<string, object?> _variables;
    private readonly Selections _selections;
    private readonly StringBuilder _json = new();
    private readonly List<Cursor> _cursors = [];

    private NaiveInterpreter(MemoryGraph graph, GraphQLDocument document, Dictionary<string, object?> variables, CursorBook book)
    {
        _graph = graph;
        _filters = new Filters(graph);
        _book = book;
        _variables = variables;
        _selections = new Selections(document, variables);
    }

    // The object above all others.
    private sealed record Root;

    // A cursor still to be written.
    private sealed record CursorOf(Page Page, Item? Item);

    /// <summary>Executes the one operation of a document.</summary>
    public static OracleResponse Execute(MemoryGraph graph, string query, string variables, CursorBook book)
    {
        var document = Parser.Parse(query);
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        var interpreter = new NaiveInterpreter(graph, document, Inputs.ReadVariables(operation, variables), book);
        try
        {
            new ArgumentRules(interpreter._selections, interpreter._variables).Check(operation.SelectionSet);
            interpreter.WriteObject(new Root(), [operation.SelectionSet]);
            return new OracleResponse(interpreter._json.ToString(), interpreter._cursors, null);
        }
        catch (RefusedException refusal)
        {
            return new OracleResponse(null, [], refusal.Message);
        }
    }

    private void WriteObject(object value, IEnumerable<GraphQLSelectionSet> sets)
    {
        var types = TypesOf(value);
        var separator = '{';
        foreach (var (key, fields) in _selections.Collect(sets, types))
        {
            _json.Append(separator).Append('"').Append(key).Append("\":");
            separator = ',';
            var name = fields[0].Name.StringValue;
            var result = name == "__typename" ? types[0] : Resolve(value, name, fields[0]);
            Write(result, [.. fields.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()]);
        }
        _json.Append(separator == '{' ? "{}" : "}");
    }

    private void Write(object? value, List<GraphQLSelectionSet> sets)
    {
        switch (value)
        {
            case CursorOf { Item: null }:
                CanonicalJson.WriteScalar(_json, null);
                break;
            case CursorOf { Item: { } item, Page: var page }:
                _json.Append(Cursor.Placeholder);
                _cursors.Add(new Cursor(page.Field, new Place(page.Order.Name, page.Order.ValuesOf(item))));
                break;
            case string or null:
                CanonicalJson.WriteScalar(_json, value);
                break;
            case System.Collections.IEnumerable list:
                var separator = '[';
                foreach (var element in list)
                {
                    _json.Append(separator);
                    separator = ',';
                    Write(element, sets);
                }
                _json.Append(separator == '[' ? "[]" : "]");
                break;
            default:
                if (sets.Count > 0)
                    WriteObject(value, sets);
                else
                    CanonicalJson.WriteScalar(_json, value);
                break;
        }
    }

    // The object's own type, then the interfaces that it implements.
    private List<string> TypesOf(object value) => value switch
    {
        Root => ["Query"],
        MemoryFact fact => TypesOf(fact.Type),
        Page page => [page.Name + "Connection"],
        Edge edge => [edge.Page.Name + "Edge"],
        PageInfo => ["PageInfo"],
        GeoPoint => ["Point"],
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private List<string> TypesOf(ElementType type)
    {
        List<string> names = [type.Name, "Node"];
        if (type is RelationshipType)
            names.Add("Relationship");
        if (_graph.Model.Claim is not null && type.IsFact)
            names.Add("Fact");
        return names;
    }

    private object? Resolve(object value, string name, GraphQLField field)
    {
        var arguments = Inputs.ReadArguments(field.Arguments, _variables);
        return value switch
        {
            Root => ResolveRoot(name, arguments, field),
            MemoryFact fact => ResolveFact(fact, name, arguments, field),
            Page page => name switch
            {
                "edges" => page.Items.Select(item => new Edge(page, item)),
                "nodes" => page.Items.Select(item => item.Node),
                "pageInfo" => new PageInfo(page),
                "totalCount" => (int)Math.Min(page.TotalCount, arguments.GetValueOrDefault("atMost") as long? ?? long.MaxValue),
                _ => throw new NotSupportedException(name),
            },
            Edge edge => name switch
            {
                "cursor" => new CursorOf(edge.Page, edge.Item),
                "node" => edge.Item.Node,
                "depth" when edge.Page.IsPath => edge.Item.Depth,
                "fact" => edge.Item.Relationship,
                _ => ResolveFact(edge.Item.Relationship!, name, arguments, field),
            },
            PageInfo { Page: var page } => name switch
            {
                "hasNextPage" => page.HasNextPage,
                "hasPreviousPage" => page.HasPreviousPage,
                "startCursor" => new CursorOf(page, page.Items.FirstOrDefault()),
                "endCursor" => new CursorOf(page, page.Items.LastOrDefault()),
                _ => throw new NotSupportedException(name),
            },
            GeoPoint point => name == "latitude" ? point.Latitude : point.Longitude,
            _ => throw new NotSupportedException(value.GetType().Name),
        };
    }

    private object? ResolveRoot(string name, Dictionary<string, object?> arguments, GraphQLField field)
    {
        static string Id(object? value) => (string)Inputs.Scalar(value!, ScalarKind.Id);
        if (name == "node")
            return _graph.Find(Id(arguments["id"]));
        if (name == "nodes")
            return Inputs.AsList(arguments["ids"]!).Select(id => _graph.Find(Id(id)));
        if (_graph.Model.Nodes.FirstOrDefault(type => type.Singular == name) is { } one)
            return _graph.Nodes.Find(node => node.Type == one && node.Id == Id(arguments["id"]));
        var many = _graph.Model.Nodes.Single(type => type.Plural == name);
        return Connect(many, _graph.Nodes.Where(node => node.Type == many).Select(node => new Item(node)), arguments, field);
    }

    private object? ResolveFact(MemoryFact fact, string name, Dictionary<string, object?> arguments, GraphQLField field)
    {
        if (name == "id")
            return fact.Id;
        if (name == "label")
            return fact.Type is NodeType type ? fact.Get(type.Label) : ((RelationshipType)fact.Type).Type;
        if (fact is MemoryRelationship relationship && name == "source")
            return relationship.Source;
        if (fact is MemoryRelationship other && name == "target")
            return other.Target;
        if (_graph.Model.Claim is { } claim && fact.Type == claim.Type && name == "fact")
            return _graph.Find((string)fact.Get(claim.About)!);
        var hop = HopConditions.Read(arguments);
        switch (fact.Type.Fields.FirstOrDefault(candidate => candidate.Name == name))
        {
            case PropertyField { Property: var property }:
                return fact.Get(property);
            case RelationshipField { IsList: false } one:
                return Hops.Follow(_graph, (MemoryNode)fact, one, hop).SingleOrDefault()?.Node;
            case RelationshipField many:
                return Connect(
                    OwnName(fact, name), many.Target, Hops.Follow(_graph, (MemoryNode)fact, many, hop), arguments, field,
                    many);
            case PathField path:
                return Connect(
                    OwnName(fact, name), path.Target, Hops.Follow(_graph, (MemoryNode)fact, path, hop), arguments, field,
                    isPath: true);
            case RefersByField by:
                return Connect(by.Target, Hops.Follow(_graph, fact, by), arguments, field);
            case RefersToField to:
                return Connect(to.Target, Hops.Follow(_graph, fact, to), arguments, field);
            case null when name == "claims":
                var role = _graph.Model.Claim!;
                var claims = _graph.Nodes.Where(node => node.Type == role.Type && (string)node.Get(role.About)! == fact.Id);
                return Connect(role.Type, claims.Select(node => new Item(node)), arguments, field);
            case var unknown:
                throw new NotSupportedException($"{fact.Type.Name}.{name}: {unknown?.GetType().Name}");
        }
    }

    private static string OwnName(MemoryFact fact, string field) => fact.Type.Name + char.ToUpperInvariant(field[0]) + field[1..];

    private Page Connect(NodeType type, IEnumerable<Item> found, Dictionary<string, object?> arguments, GraphQLField field) =>
        Connect(char.ToUpperInvariant(type.Plural[0]) + type.Plural[1..], type, found, arguments, field);

    private Page Connect(
        string name, NodeType type, IEnumerable<Item> found, Dictionary<string, object?> arguments, GraphQLField field,
        RelationshipField? by = null, bool isPath = false)
    {
        var matching = found.Where(item => _filters.Holds(arguments.GetValueOrDefault("where"), item));
        var order = new Order(_graph, arguments.GetValueOrDefault("order"), type, by, isPath);
        return new Page(field, name, matching, order, arguments, _book) { IsPath = isPath };
    }
}
