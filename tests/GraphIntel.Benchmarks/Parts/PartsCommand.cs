using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GraphIntel.Benchmarks.Parts;

/// <summary>Measures single stages with BenchmarkDotNet: document to plan, plan to statement, rows to response.</summary>
internal static class PartsCommand
{
    public static Command Create()
    {
        var command = new Command("parts", "Measures the time and allocations of single stages: document to plan, plan to statement, rows to response.");
        command.SetAction(_ =>
        {
            // In process, because BenchmarkDotNet's generated projects would need a package restore.
            var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
            BenchmarkRunner.Run<StageBenchmarks>(DefaultConfig.Instance.AddJob(job));
        });
        return command;
    }
}
