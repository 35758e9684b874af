using System.Text;
using System.Text.Json;
using CsvHelper;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Requests for exports, and what other programs read from them.</summary>
internal static class ExportFiles
{
    public static HttpRequestMessage Post(string format, string document, object? variables = null, bool? excel = null) =>
        PostBody(format, JsonSerializer.Serialize(new { query = document, variables, excel }));

    public static HttpRequestMessage PostBody(string format, string body)
    {
        var request = Requests.Post(body);
        request.RequestUri = new Uri($"/export/{format}", UriKind.Relative);
        return request;
    }

    /// <summary>The rows of a CSV file, the header first, as CsvHelper reads them.</summary>
    public static IReadOnlyList<string[]> Rows(byte[] csv)
    {
        var rows = new List<string[]>();
        using var reader = CsvReader.Create(new MemoryStream(csv), new CsvReaderOptions { Separator = ',', HasHeader = false, DetectSeparatorHint = false });
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    /// <summary>A file with actors of these names.</summary>
    public static async Task<SqliteStore> ActorsAsync(string path, IEnumerable<string> names, CancellationToken cancellation)
    {
        var store = SqliteStore.Open(ModelReader.ReadDomain(), SqliteLocation.File(path));
        await store.PrepareAsync(cancellation);
        await AddActorsAsync(store, names.Select((name, index) => ($"actor:{index:000}", name)), cancellation);
        return store;
    }

    public static async Task AddActorsAsync(IGraphStore store, IEnumerable<(string Id, string Name)> actors, CancellationToken cancellation)
    {
        store.Model.TryGetNode("Actor", out var type);
        var rows = new NodeRows(
            type!,
            [type!.FindProperty("name")!, type.FindProperty("kind")!],
            [.. actors.Select(actor => new NodeRow(actor.Id, [actor.Name, "OTHER"]))]);
        await store.WriteAsync(new GraphBatch([rows], []), cancellation);
    }

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
