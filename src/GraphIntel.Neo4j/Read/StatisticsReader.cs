using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Read;

/// <summary>
/// Reads statistics: counts of nodes and relationships from Neo4j's count store, degrees from its nodes, minimum and maximum
/// values from indexes. Each in a statement of its own, to avoid long transactions.
/// </summary>
internal sealed class StatisticsReader(GraphModel model, Neo4jDatabase database)
{
    /// <summary>Nodes in a sample for distinct values: counting those of millions of nodes would hold them in memory.</summary>
    private const int SampleNodes = 10_000;

    /// <summary>The statistics. Concurrent writes may be in a part of them only.</summary>
    public async Task<GraphStatistics> ReadAsync(CancellationToken cancellation)
    {
        var nodes = new Dictionary<NodeType, long>();
        foreach (var type in model.Nodes)
            nodes[type] = (long)(await NumbersAsync($"MATCH (n:{Names.Label(type)}) RETURN [toFloat(count(n))]", cancellation).ConfigureAwait(false))[0]!.Value;
        var relationships = new Dictionary<RelationshipType, RelationshipStatistics>();
        foreach (var type in model.Relationships)
            relationships[type] = await RelationshipAsync(type, cancellation).ConfigureAwait(false);
        var properties = new Dictionary<Property, PropertyStatistics>();
        foreach (var (type, property) in model.Indexed)
        {
            if (property.Kind == ScalarKind.Point)
                continue;
            var all = type.Match(node => nodes[node], relationship => relationships[relationship].Out.Total);
            properties[property] = await PropertyAsync(type, property, all, cancellation).ConfigureAwait(false);
        }
        return new GraphStatistics(nodes, relationships, properties, await ReferencesAsync(cancellation).ConfigureAwait(false));
    }

    private async Task<RelationshipStatistics> RelationshipAsync(RelationshipType type, CancellationToken cancellation)
    {
        var pattern = $"[:{Names.Type(type)}]";
        var outward = await SumAsync($"MATCH (n:{Names.Label(type.Source)}) WITH COUNT {{ (n)-{pattern}->() }} AS d", cancellation).ConfigureAwait(false);
        var inward = await SumAsync($"MATCH (n:{Names.Label(type.Target)}) WITH COUNT {{ (n)<-{pattern}-() }} AS d", cancellation).ConfigureAwait(false);
        if (!type.IsHierarchy)
            return new RelationshipStatistics(outward, inward);
        // Each node has one path upwards, so the pairs of nodes and ancestors are counted in linear time.
        var upward = type.OnePerSource ? $"-[:{Names.Type(type)}*0..{PathStep.Unbounded}]->" : $"<-[:{Names.Type(type)}*0..{PathStep.Unbounded}]-";
        var label = Names.Label(type.Source);
        var above = await SumAsync($"MATCH (n:{label}){upward}(m:{label}) WITH n, count(*) AS d", cancellation).ConfigureAwait(false);
        var below = await SumAsync($"MATCH (n:{label}){upward}(m:{label}) WITH m, count(*) AS d", cancellation).ConfigureAwait(false);
        return new RelationshipStatistics(outward, inward, above, below);
    }

    private async Task<PropertyStatistics> PropertyAsync(ElementType type, Property property, long all, CancellationToken cancellation)
    {
        var (match, value) = ($"MATCH {PatternOf(type)}", $"n.{Names.Property(property)}");
        var sampled = await NumbersAsync(
            $"{match} WITH {value} AS v LIMIT {SampleNodes} RETURN [toFloat(count(v)), toFloat(count(DISTINCT v))]", cancellation).ConfigureAwait(false);
        var perValue = PropertySample.PerValue(all, (long)sampled[0]!.Value, (long)sampled[1]!.Value);
        // Values of other types, which another tool wrote, are not on this scale.
        var scale = property.Kind switch
        {
            ScalarKind.Date => "toFloat(duration.inDays(date('0001-01-01'), v).days)",
            ScalarKind.Int or ScalarKind.Float => "toFloatOrNull(v)",
            _ => null,
        };
        if (scale is null)
            return new PropertyStatistics(perValue, null, null);
        var kind = property.Kind == ScalarKind.Date ? "DATE NOT NULL" : "INTEGER NOT NULL | FLOAT NOT NULL";
        return new PropertyStatistics(
            perValue,
            await ExtremeAsync("ASC").ConfigureAwait(false),
            await ExtremeAsync("DESC").ConfigureAwait(false));

        async Task<double?> ExtremeAsync(string order)
        {
            var numbers = await NumbersAsync(
                $"{match} WHERE {value} IS :: {kind} AND n.{Names.Id} IS NOT NULL " +
                $"WITH n ORDER BY {value} {order}, n.{Names.Id} {order} LIMIT 1 WITH {value} AS v RETURN [{scale}]",
                cancellation).ConfigureAwait(false);
            return numbers.Count > 0 ? numbers[0] : null;
        }
    }

    private async Task<Dictionary<Property, Degree>> ReferencesAsync(CancellationToken cancellation)
    {
        var references = new Dictionary<Property, Degree>();
        foreach (var type in model.ElementTypes)
        {
            foreach (var field in type.Fields)
            {
                if (field is RefersByField by && !references.ContainsKey(by.Property))
                {
                    var value = $"n.{Names.Property(by.Property)}";
                    references[by.Property] = await SumAsync(
                        $"MATCH (n:{Names.Label(by.Target)}) WHERE {value} IS NOT NULL WITH {value} AS id, count(*) AS d", cancellation).ConfigureAwait(false);
                }
                else if (field is RefersToField to)
                {
                    var list = $"n.{Names.Property(to.Ids)}";
                    references[to.Ids] = await SumAsync(
                        $"MATCH {PatternOf(type)} WHERE {list} IS :: LIST<STRING NOT NULL> NOT NULL WITH size({list}) AS d", cancellation).ConfigureAwait(false);
                }
            }
        }
        return references;
    }

    /// <summary>A pattern for every node or relationship n of a type.</summary>
    private static string PatternOf(ElementType type) => type.Match(node => $"(n:{Names.Label(node)})", relationship => $"()-[n:{Names.Type(relationship)}]->()");

    private async Task<Degree> SumAsync(string degrees, CancellationToken cancellation)
    {
        var sums = await NumbersAsync(
            $"{degrees} RETURN [toFloat(sum(d)), toFloat(coalesce(max(d), 0)), toFloat(sum(toFloat(d) * d))]", cancellation).ConfigureAwait(false);
        return Degree.Of((long)sums[0]!.Value, (long)sums[1]!.Value, sums[2]!.Value);
    }

    /// <summary>The list of numbers that a statement returns; empty without a record.</summary>
    private Task<List<double?>> NumbersAsync(string statement, CancellationToken cancellation) => database.ReadOnceAsync(
        async session =>
        {
            var cursor = await session.RunAsync("CYPHER 5 " + statement, Parameters.Of(null), cancellation: cancellation).ConfigureAwait(false);
            var numbers = new List<double?>();
            if (!await cursor.FetchAsync(cancellation).ConfigureAwait(false))
                return numbers;
            var values = cursor.CurrentValues;
            values.ReadListHeader();
            for (var remaining = values.ReadListHeader(); remaining > 0; remaining--)
                numbers.Add(values.TryReadNull() ? null : values.ReadFloat());
            return numbers;
        },
        cancellation);
}
