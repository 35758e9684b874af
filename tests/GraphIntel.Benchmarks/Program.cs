using System.CommandLine;
using GraphIntel.Benchmarks.Attacks;
using GraphIntel.Benchmarks.Bolt;
using GraphIntel.Benchmarks.Browser;
using GraphIntel.Benchmarks.Claims;
using GraphIntel.Benchmarks.Exports;
using GraphIntel.Benchmarks.InProcess;
using GraphIntel.Benchmarks.Load;
using GraphIntel.Benchmarks.Mappings;
using GraphIntel.Benchmarks.Parts;
using GraphIntel.Benchmarks.Paths;
using GraphIntel.Benchmarks.Scale;
using GraphIntel.Benchmarks.Search;
using GraphIntel.Benchmarks.Start;

return await new RootCommand("Benchmarks of GraphIntel. Each measures its baseline in the same run and prints ratios.")
{
    BoltCommand.Create(),
    InProcessCommand.Create(),
    GrowthCommand.Create(),
    ExportsCommand.Create(),
    ExplorerCommand.Create(),
    SearchCommand.Create(),
    ClaimsCommand.Create(),
    MappingsCommand.Create(),
    PathsCommand.Create(),
    ScaleCommand.Create(),
    LoadCommand.Create(),
    StartCommand.Create(),
    PartsCommand.Create(),
    AttackCommand.Create(),
}.Parse(args).InvokeAsync();
