using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Server.Commands;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Startup;

/// <summary>
/// A folder -> the documents that are served by their hash: each *.graphql file, and each text of a *.json manifest, an object
/// of SHA-256 and text as relay-compiler and graphql-codegen write it. Every document is checked before the server starts.
/// </summary>
internal static class TrustedDocumentFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The documents that the settings name.</summary>
    /// <exception cref="CommandFailure">The folder cannot be read, or a document has mistakes; each is named with its place.</exception>
    public static async Task<TrustedDocuments> LoadAsync(ServeSettings settings, GraphSchema schema, CancellationToken cancellation)
    {
        if (settings.TrustedDocuments is not { } folder)
        {
            return settings.IsTrustedOnly
                ? throw new CommandFailure(ExitCodes.Usage, "--trusted-documents-only needs documents: name their folder with --trusted-documents DIR.")
                : TrustedDocuments.None;
        }
        try
        {
            var documents = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
            var mistakes = new List<string>();
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                await ReadAsync(path, documents, mistakes, settings, schema, cancellation).ConfigureAwait(false);
            if (mistakes.Count > 0)
                throw new CommandFailure(ExitCodes.Mistakes, mistakes);
            return documents.Count > 0 ? new TrustedDocuments(documents, settings.IsTrustedOnly) : throw new CommandFailure(
                ExitCodes.Mistakes, $"{folder}: there is no document: *.graphql files or *.json manifests are needed.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCodes.Mistakes, $"{folder}: the trusted documents cannot be read: {failure.Message}");
        }
    }

    private static async Task ReadAsync(
        string path,
        Dictionary<string, ReadOnlyMemory<byte>> documents,
        List<string> mistakes,
        ServeSettings settings,
        GraphSchema schema,
        CancellationToken cancellation)
    {
        var isManifest = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (!isManifest && !path.EndsWith(".graphql", StringComparison.OrdinalIgnoreCase))
            return;
        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        try
        {
            StrictUtf8.GetCharCount(bytes);
        }
        catch (DecoderFallbackException)
        {
            mistakes.Add($"{path}: the file is not UTF-8 text.");
            return;
        }
        var entries = isManifest ? ReadManifest(path, bytes, mistakes) : [new Entry(TrustedDocuments.HashOf(bytes), bytes, Line: null)];
        foreach (var entry in entries)
        {
            foreach (var error in await DocumentCheck.RunAsync(schema, settings.Engine, entry.Document, cancellation).ConfigureAwait(false))
                mistakes.Add(Describe(path, entry, error));
            documents.TryAdd(entry.Hash, entry.Document);
        }
    }

    private static List<Entry> ReadManifest(string path, byte[] bytes, List<string> mistakes)
    {
        var entries = new List<Entry>();
        // Some editors begin a file with the mark of byte order, which is no JSON.
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var reader = new Utf8JsonReader(bytes.AsSpan(start));
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var line = LineAt(bytes, start + (int)reader.TokenStartIndex);
                var name = reader.GetString()!;
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                {
                    mistakes.Add($"{path}:{line}: a manifest has texts of documents by their SHA-256, and this is no text.");
                    reader.Skip();
                    continue;
                }
                var document = Encoding.UTF8.GetBytes(reader.GetString()!);
                var hash = TrustedDocuments.HashOf(document);
                var given = name.StartsWith(TrustedDocuments.Scheme, StringComparison.OrdinalIgnoreCase) ? name[TrustedDocuments.Scheme.Length..] : name;
                if (!given.Equals(hash, StringComparison.OrdinalIgnoreCase))
                {
                    mistakes.Add(
                        $"{path}:{line}: `{name}` is not the SHA-256 of its document, which is {hash}. " +
                        "graphql-codegen writes it with `hashAlgorithm: 'sha256'`, relay-compiler with `\"algorithm\": \"SHA256\"`.");
                    continue;
                }
                entries.Add(new Entry(hash, document, line));
            }
            reader.Read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            mistakes.Add($"{path}:{LineAt(bytes, start + (int)reader.BytesConsumed)}: a manifest is a JSON object of SHA-256 and text of each document.");
        }
        return entries;
    }

    private static string Describe(string path, Entry entry, GraphError error)
    {
        // A manifest has a document on one line of its own, escaped: the place inside of it comes with the message.
        var place = error.Locations.Count == 0 ? null : $"{error.Locations[0].Line}:{error.Locations[0].Column}";
        return entry.Line is { } line
            ? $"{path}:{line}: {(place is null ? "" : $"at {place} of the document: ")}{error.Message}"
            : $"{path}:{place ?? "1:1"}: {error.Message}";
    }

    private static int LineAt(byte[] bytes, int offset) => bytes.AsSpan(0, offset).Count((byte)'\n') + 1;

    private readonly record struct Entry(string Hash, byte[] Document, int? Line);
}
