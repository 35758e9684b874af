using System.Diagnostics;
using System.Globalization;
using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Response;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Tests.Schema;
using GraphQL;
using GraphQLParser.AST;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>
/// Any document is read and validated in a fifth of a second of processor time, and none crashes the process, so a separate
/// process validates them. GRAPHINTEL_RANDOM_DOCUMENTS is their number, GRAPHINTEL_RANDOM_SEED repeats a run.
/// </summary>
[Long]
public sealed class DocumentFuzzTests
{
    private const string SeedVariable = "GRAPHINTEL_RANDOM_SEED";
    private const string CountVariable = "GRAPHINTEL_RANDOM_DOCUMENTS";
    private const string ProgressVariable = "GRAPHINTEL_FUZZ_PROGRESS";
    private const int Documents = 1_500;

    // The limit in docs/http.md.
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(200);

    // A slow machine validates fewer documents.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Documents_deep_and_wide_are_read_and_validated_within_a_fifth_of_a_second_of_processor_time()
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given
            ? given
            : System.Random.Shared.NextInt64().ToString(CultureInfo.InvariantCulture);
        var progress = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList =
                {
                    typeof(DocumentFuzzTests).Assembly.Location,
                    "-method", $"*{nameof(DocumentFuzzTests)}.{nameof(Each_document_in_this_process)}", "-explicit", "only",
                },
            };
            start.Environment[SeedVariable] = seed;
            start.Environment[ProgressVariable] = progress;
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var done = (await File.ReadAllTextAsync(progress, TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var last = done.Length > 0 ? done[^1] : "none";
            Assert.True(
                process.ExitCode == 0 && done.Length > 0,
                $"{SeedVariable}={seed}, document {last}, exit code {process.ExitCode}:\n{Tail(await output)}\n{Tail(await error)}\n{TextOf(seed, last)}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{SeedVariable}={seed}: {done.Length} documents");
        }
        finally
        {
            File.Delete(progress);
        }
    }

    [Fact(Explicit = true)]
    public async Task Each_document_in_this_process()
    {
        var seed = ulong.Parse(Environment.GetEnvironmentVariable(SeedVariable)!, CultureInfo.InvariantCulture);
        var count = Environment.GetEnvironmentVariable(CountVariable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : Documents;
        await using var progress = new StreamWriter(Environment.GetEnvironmentVariable(ProgressVariable)!, append: true) { AutoFlush = true };
        // Warm-up: code that is not compiled yet takes longer.
        for (var number = 0; number < 100; number++)
        {
            await progress.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
            await ReadAsync(RandomDocument.Make(Schemas.Domain, seed, number));
        }
        var began = Environment.CpuUsage.TotalTime;
        for (var number = 0; number < count && Environment.CpuUsage.TotalTime - began < Enough; number++)
        {
            await progress.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
            var document = RandomDocument.Make(Schemas.Domain, seed, number);
            var least = TimeSpan.MaxValue;
            // Other threads of the process take processor time too, and a processor shared with other tests is slower.
            for (var time = 0; time < 12 && least > Most; time++)
            {
                var before = Environment.CpuUsage.TotalTime;
                await ReadAsync(document);
                var taken = Environment.CpuUsage.TotalTime - before;
                least = taken < least ? taken : least;
            }
            Assert.True(least <= Most, string.Create(CultureInfo.InvariantCulture, $"Document {number} took {least.TotalMilliseconds:0} ms."));
        }
    }

    private static async Task ReadAsync(string text)
    {
        var document = new DocumentReader(Schemas.Domain, new EngineOptions()).Read(Encoding.UTF8.GetBytes(text), CancellationToken.None, out var errors);
        Assert.Equal(document is null, errors.Count > 0);
        if (document?.Document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault() is { } operation)
            await DocumentRules.ValidateAsync(Schemas.Domain, document, operation, Inputs.Empty, CancellationToken.None);
    }

    private static string Tail(string text) => text.Length > 3_000 ? text[^3_000..] : text;

    private static string TextOf(string seed, string number) => int.TryParse(number, CultureInfo.InvariantCulture, out var which)
        ? ErrorWriter.Shorten(RandomDocument.Make(Schemas.Domain, ulong.Parse(seed, CultureInfo.InvariantCulture), which), 3_000)
        : "";
}
