using GraphIntel.Core.Model;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Running;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>A small table of events, and what an import of it leaves in a store.</summary>
internal static class LedgerData
{
    public const string Model =
        """
        type Place @node {
          id: ID! name: String! @search aliases: [String!]! externalIds: [ID!]!
          parent: Place @relationship(type: "PART_OF", direction: OUT)
        }
        type Event @node(standing: "standing") {
          id: ID! name: String! deaths: Int start: Date until: Date standing: Standing!
          place: Place @relationship(type: "AT", direction: OUT)
          partOf: Event @relationship(type: "WITHIN", direction: OUT)
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Claim @node(provenance: true) @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! name: String! about: ID! stance: Stance! made: Date!
        }
        enum Stance { SUPPORTS DENIES }
        enum Standing { ASSERTED DISPUTED DENIED }
        """;

    public const string Events =
        """
        mapping: events
        rows: {key: $id, covers: [$country]}
        optional: [alias]
        values:
          on: $day | date(yyyy-MM-dd)
        nodes:
          spot:
            type: Place
            id: e/$place
            match: [externalIds]
            set: {name: $place, aliases: $alias, externalIds: "e:$place"}
            merge: {aliases: add}
          conflict: {type: Event, id: war/$war, set: {name: $war, start: $on, until: $on}, merge: {start: least, until: greatest}}
          event: {type: Event, id: e/$id, set: {name: $name, deaths: $deaths, start: $on, place: $spot, partOf: $conflict}}
          said: {type: Claim, id: e/$id, set: {name: $name, about: $event, stance: SUPPORTS, made: $on}}
        """;

    public const string Header = "id,country,name,place,war,deaths,day,alias\n";
    public const string One = "1,sy,First,Homs,Civil war,3,2016-05-01,Emesa\n";
    public const string Two = "2,sy,Second,Homs,Civil war,4,2017-06-01,Hims\n";
    public const string Three = "3,iq,Third,Mosul,Other war,5,2017-07-01,\n";

    public static Task<MappedTable> NewAsync() => MappedTable.NewAsync(ModelReader.Read(Model));

    public static async Task<string[]> GraphAsync(MappedTable table) =>
    [
        .. await table.Store.RowsAsync("Place", "id", "name", "aliases", "externalIds"),
        .. await table.Store.RowsAsync("Event", "id", "name", "deaths", "start", "until", "standing"),
        .. await table.Store.RowsAsync("Claim", "id", "about"),
        .. await table.Store.RowsAsync("AT", "id"),
        .. await table.Store.RowsAsync("WITHIN", "id"),
        .. await table.Store.RowsAsync("PART_OF", "id"),
    ];

    public static async Task CheckAsync(MappedTable table) =>
        Assert.Empty((await table.Store.Store.CheckAsync(repair: false, TestContext.Current.CancellationToken)).Findings);

    public static Task<List<ImportRecord>> ImportsAsync(MappedTable table) => ImportList.ReadAsync(table.Store.Store, TestContext.Current.CancellationToken);

    public static string Decisions(MappingResult result) => string.Join(", ", result.Decisions.Select(pair => $"{pair.Key} {pair.Value}"));

    /// <summary>Undoes an import, and returns the findings.</summary>
    public static async Task<string[]> UndoAsync(MappedTable table, long number, bool isDryRun = false)
    {
        var findings = new Findings();
        await ImportUndo.RunAsync(table.Store.Store, number, isDryRun, findings, report: null, NoProgress.Instance, TestContext.Current.CancellationToken);
        await CheckAsync(table);
        return [.. findings.Lines];
    }

    /// <summary>The keys of the records but for those of imports.</summary>
    public static async Task<string[]> RecordsAsync(MappedTable table) =>
        await table.Store.ReadAsync("SELECT key, hex(value) FROM \"$record\" WHERE key NOT LIKE 'import/%' ORDER BY key");
}
