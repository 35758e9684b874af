using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite.Execute;

/// <summary>Counts the rows of a source from its nodes back, with a LIMIT.</summary>
internal sealed class RowCounter(ReaderPool readers, string sql) : IRowCounter
{
    /// <summary>Compiles a counter.</summary>
    public static RowCounter Compile(ReaderPool readers, NodeSource source, int most, CancellationToken cancellation)
    {
        var reversed = new ReversedSourceCompiler(SqlCompiler.ForConditions(cancellation), AliasScope.Root, countsOnly: false).Compile(SourceRewriter.Rewrite(source))
            ?? throw new ArgumentException($"{source.Title} cannot be followed back", nameof(source));
        return new RowCounter(
            readers, $"SELECT count(*) FROM (SELECT 1 FROM {reversed.From}{reversed.Where} LIMIT {most.ToString(CultureInfo.InvariantCulture)})");
    }

    /// <inheritdoc/>
    public async ValueTask<int> CountAsync(BoundParameters bound, CancellationToken cancellation)
    {
        using var reader = await readers.RentAsync(cancellation).ConfigureAwait(false);
        var select = reader.Statement(sql);
        SqlitePlan.Bind(select, bound);
        return (int)(select.Scalar() ?? 0);
    }
}
