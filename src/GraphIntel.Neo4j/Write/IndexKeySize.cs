using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// Checks that strings fit into an index entry of Neo4j, which has at most 8,160 bytes for all its properties: a longer one
/// would fail the transaction with an internal error. The largest entry has the ids of two ends, a string, and an id made of
/// both ids.
/// </summary>
internal sealed class IndexKeySize
{
    /// <summary>The maximum size of an id, in bytes.</summary>
    public const int MaxIdBytes = 800;

    /// <summary>The maximum size of an indexed string, in bytes.</summary>
    public const int MaxTextBytes = 4_000;

    private readonly HashSet<Property> _indexed;

    public IndexKeySize(GraphModel model)
    {
        _indexed = [.. Schema.Indexed(model).Select(pair => pair.Property)];
        foreach (var type in model.Relationships)
        {
            if (type.SourceOrder is { } sourceOrder)
                _indexed.Add(sourceOrder);
            if (type.TargetOrder is { } targetOrder)
                _indexed.Add(targetOrder);
        }
    }

    /// <summary>Throws if a string of the batch is too long.</summary>
    public void Check(GraphBatch batch)
    {
        foreach (var rows in batch.Nodes)
        {
            var columns = Indexed(rows.Columns);
            foreach (var row in rows.Rows)
            {
                CheckId(row.Id);
                CheckTexts(rows.Columns, columns, row.Values, row.Id);
            }
        }

        foreach (var rows in batch.Relationships)
        {
            var columns = Indexed(rows.Columns);
            foreach (var row in rows.Rows)
            {
                if (rows.Type.Id is not null)
                    CheckId(row.Id!);
                CheckTexts(rows.Columns, columns, row.Values, row.Id ?? row.Source);
            }
        }
    }

    private int[] Indexed(IReadOnlyList<Property> columns) =>
        [.. Enumerable.Range(0, columns.Count).Where(i => _indexed.Contains(columns[i]))];

    private static void CheckId(string id)
    {
        if (IsLonger(id, MaxIdBytes))
            throw WriteErrors.Invalid($"The id {WriteErrors.Show(id)} is longer than {MaxIdBytes} bytes, the limit for ids in Neo4j.");
    }

    private static void CheckTexts(IReadOnlyList<Property> columns, int[] indexed, object?[] values, string owner)
    {
        foreach (var i in indexed)
        {
            if (values[i] is string text && IsLonger(text, MaxTextBytes))
            {
                throw WriteErrors.Invalid(
                    $"{WriteErrors.Show(owner)}: {columns[i].Name} is longer than {MaxTextBytes:N0} bytes, the limit for indexed " +
                    "properties in Neo4j.");
            }
        }
    }

    private static bool IsLonger(string text, int bytes) => text.Length * 3 > bytes && Encoding.UTF8.GetByteCount(text) > bytes;
}
