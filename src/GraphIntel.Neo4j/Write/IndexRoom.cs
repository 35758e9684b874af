using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// Holds texts to what an index entry of Neo4j takes, 8,160 bytes over all its properties: a longer one would fail the
/// transaction with a failure of the server's. The longest entry has the ids of two ends, a text, and the id made of both.
/// </summary>
internal sealed class IndexRoom
{
    /// <summary>The most bytes of an id.</summary>
    public const int LongestId = 800;

    /// <summary>The most bytes of a text that an index holds.</summary>
    public const int LongestText = 4_000;

    private readonly HashSet<Property> _indexed;

    public IndexRoom(GraphModel model)
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

    /// <summary>Refuses a batch with a text that does not fit.</summary>
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
        if (IsLonger(id, LongestId))
            throw Refusal.Because($"The id {Refusal.Show(id)} is longer than {LongestId} bytes, the most that an id in Neo4j may have.");
    }

    private static void CheckTexts(IReadOnlyList<Property> columns, int[] indexed, object?[] values, string owner)
    {
        foreach (var i in indexed)
        {
            if (values[i] is string text && IsLonger(text, LongestText))
            {
                throw Refusal.Because(
                    $"{Refusal.Show(owner)}: {columns[i].Name} is longer than {LongestText:N0} bytes, the most that a property " +
                    "which is looked for or ordered by may have in Neo4j.");
            }
        }
    }

    private static bool IsLonger(string text, int bytes) => text.Length * 3 > bytes && Encoding.UTF8.GetByteCount(text) > bytes;
}
