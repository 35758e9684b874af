using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GraphIntel.Benchmarks.Parts;

/// <summary>The stages alone, by BenchmarkDotNet: document to plan, plan to statement, rows to response.</summary>
internal static class PartsCommand
{
    public static Command Make()
    {
        var command = new Command("parts", "Document to plan, plan to statement, rows to response: time and allocations of each.");
        command.SetAction(_ =>
        {
            // In this process: a project of its own for each run would have to be restored first.
            var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
            BenchmarkRunner.Run<StageBenchmarks>(DefaultConfig.Instance.AddJob(job));
        });
        return command;
    }
}
