using System.CommandLine;
using GraphIntel.Benchmarks.Bolt;
using GraphIntel.Benchmarks.InProcess;
using GraphIntel.Benchmarks.Load;
using GraphIntel.Benchmarks.Parts;
using GraphIntel.Benchmarks.Start;

return await new RootCommand("Benchmarks of GraphIntel. Each prints ratios against something measured in the same run.")
{
    BoltCommand.Make(),
    InProcessCommand.Make(),
    LoadCommand.Make(),
    StartCommand.Make(),
    PartsCommand.Make(),
}.Parse(args).InvokeAsync();
