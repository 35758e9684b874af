using System.CommandLine;
using GraphIntel.Benchmarks.Bolt;
using GraphIntel.Benchmarks.InProcess;

return await new RootCommand("Benchmarks of GraphIntel. Each prints ratios against something measured in the same run.")
{
    BoltCommand.Make(),
    InProcessCommand.Make(),
}.Parse(args).InvokeAsync();
