using System.CommandLine;
using GraphIntel.Benchmarks.InProcess;

return await new RootCommand("Benchmarks of GraphIntel. Each prints ratios against something measured in the same run.")
{
    InProcessCommand.Make(),
}.Parse(args).InvokeAsync();
