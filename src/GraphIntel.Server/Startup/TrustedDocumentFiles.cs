using System.Text;
using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Startup;

/// <summary>
/// Loads trusted documents from a folder: each *.graphql file, and each document of a *.json manifest, an object that maps SHA-256
/// hashes to documents, as relay-compiler and graphql-codegen write it. Every document is validated.
/// </summary>
internal static class TrustedDocumentFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Loads the documents of the folder in the settings.</summary>
    /// <exception cref="CommandException">The folder cannot be read, or a document has errors; each is reported with its location.</exception>
    public static async Task<TrustedDocuments> LoadAsync(ServeSettings settings, GraphSchema schema, CancellationToken cancellation)
    {
        if (settings.TrustedDocuments is not { } folder)
        {
            return settings.OnlyTrustedDocuments
                ? throw new CommandException(ExitCodes.Usage, "--trusted-documents-only requires --trusted-documents DIR.")
                : TrustedDocuments.None;
        }
        try
        {
            var documents = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
            var diagnostics = new List<string>();
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                await ReadAsync(path, documents, diagnostics, settings, schema, cancellation).ConfigureAwait(false);
            if (diagnostics.Count > 0)
                throw new CommandException(ExitCodes.InvalidInput, diagnostics);
            return documents.Count > 0 ? new TrustedDocuments(documents, settings.OnlyTrustedDocuments) : throw new CommandException(
                ExitCodes.InvalidInput, $"{folder}: the folder has no trusted documents: expected *.graphql files or *.json manifests.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{folder}: the trusted documents cannot be read: {failure.Message}");
        }
    }

    private static async Task ReadAsync(
        string path,
        Dictionary<string, ReadOnlyMemory<byte>> documents,
        List<string> diagnostics,
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
            diagnostics.Add($"{path}: the file is not valid UTF-8.");
            return;
        }
        var entries = isManifest ? ReadManifest(path, bytes, diagnostics) : [new Entry(TrustedDocuments.HashOf(bytes), bytes, Line: null)];
        foreach (var entry in entries)
        {
            foreach (var error in await DocumentCheck.RunAsync(schema, settings.Engine, entry.Document, cancellation).ConfigureAwait(false))
                diagnostics.Add(Describe(path, entry, error));
            documents.TryAdd(entry.Hash, entry.Document);
        }
    }

    private static List<Entry> ReadManifest(string path, byte[] bytes, List<string> diagnostics)
    {
        var entries = new List<Entry>();
        // Some editors write a byte order mark, which is not valid JSON.
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
                    diagnostics.Add($"{path}:{line}: the value of `{name}` is not a string: a manifest maps SHA-256 hashes to documents.");
                    reader.Skip();
                    continue;
                }
                var document = Encoding.UTF8.GetBytes(reader.GetString()!);
                var hash = TrustedDocuments.HashOf(document);
                var declared = name.StartsWith(TrustedDocuments.HashPrefix, StringComparison.OrdinalIgnoreCase)
                    ? name[TrustedDocuments.HashPrefix.Length..]
                    : name;
                if (!declared.Equals(hash, StringComparison.OrdinalIgnoreCase))
                {
                    diagnostics.Add(
                        $"{path}:{line}: `{name}` is not the SHA-256 hash of its document, which is {hash}. " +
                        "Configure `hashAlgorithm: 'sha256'` in graphql-codegen, or `\"algorithm\": \"SHA256\"` in relay-compiler.");
                    continue;
                }
                entries.Add(new Entry(hash, document, line));
            }
            reader.Read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            diagnostics.Add($"{path}:{LineAt(bytes, start + (int)reader.BytesConsumed)}: invalid manifest: expected a JSON object that maps SHA-256 hashes to documents.");
        }
        return entries;
    }

    private static string Describe(string path, Entry entry, GraphError error)
    {
        // A manifest has each document escaped on one line, so the location within the document is part of the message.
        var location = error.Locations.Count == 0 ? null : $"{error.Locations[0].Line}:{error.Locations[0].Column}";
        return entry.Line is { } line
            ? $"{path}:{line}: {(location is null ? "" : $"at {location} of the document: ")}{error.Message}"
            : $"{path}:{location ?? "1:1"}: {error.Message}";
    }

    private static int LineAt(byte[] bytes, int offset) => bytes.AsSpan(0, offset).Count((byte)'\n') + 1;

    private readonly record struct Entry(string Hash, byte[] Document, int? Line);
}
