using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles how members are divided: rows with another key. A key that the member has itself is an expression over the same rows;
/// otherwise the rows are a table expression that joins the members with what they lead to.
/// </summary>
internal sealed class GroupingCompiler(SqlCompiler compiler, AggregateCompiler aggregate) : IGroupingVisitor<MemberRows, MemberRows>
{
    /// <summary>Whether nothing but the number of members is asked for, so that a row can stand for several.</summary>
    public bool CountsOnly { get; init; }

    /// <summary>The rows of members with one more key.</summary>
    public MemberRows Divide(Grouping grouping, MemberRows members) => grouping.Accept(this, members);

    MemberRows IGroupingVisitor<MemberRows, MemberRows>.Visit(ValueGrouping value, MemberRows members) =>
        members with { Keys = [.. members.Keys, compiler.Value(value.Value, members.Scope)] };

    MemberRows IGroupingVisitor<MemberRows, MemberRows>.Visit(PeriodGrouping period, MemberRows members)
    {
        var day = compiler.Value(period.Day, members.Scope);
        var where = SqlCompiler.And(members.Where, $"{day} IS NOT NULL");
        if (period.From is not null)
            where += $" AND {day} >= {SqlCompiler.Placeholder(period.From)}";
        if (period.Until is not null)
            where += $" AND {day} < {SqlCompiler.Placeholder(period.Until)}";
        return members with { Where = where, Keys = [.. members.Keys, Periods.Key(period.Interval, day)] };
    }

    MemberRows IGroupingVisitor<MemberRows, MemberRows>.Visit(ElementsGrouping elements, MemberRows members)
    {
        var alias = "e" + Number(elements.Number);
        var list = compiler.Value(elements.List, members.Scope);
        var rows = new Joined(this, elements.Number, members);
        return rows.Define(isDistinct: false, $"{alias}.{OperandCompiler.ItemValue}", () => $"CROSS JOIN {SqlCompiler.Items(list)} {alias}", "");
    }

    MemberRows IGroupingVisitor<MemberRows, MemberRows>.Visit(NodeGrouping node, MemberRows members)
    {
        if (node.Source is EndSource { Where.IsTrue: true } end)
            return members with { Keys = [.. members.Keys, members.Scope[end.Origin].Column(end.IsSource ? Names.Source : Names.Target)] };
        if (members is { AreAll: true, Member: NodeAlias all, Keys.Count: 0 } && !node.IncludesNone && new ReversedSourceCompiler(compiler, members.Scope, CountsOnly).Compile(node.Source) is { } reversed)
            return Reverse(node.Number, reversed, members, all);
        var joined = new JoinedSourceCompiler(compiler, aggregate, members).Compile(node.Source);
        var rows = new Joined(this, node.Number, members);
        var key = joined.Clauses.Item.Column(Names.Key);
        var condition = joined.Clauses.Condition;
        var needsNode = joined.Clauses.Item.IsUsed;
        string From() => needsNode ? joined.Clauses.Joined : joined.Clauses.Rows;
        if (!node.IncludesNone)
            return rows.Define(joined.IsDistinct, key, () => "CROSS JOIN " + From(), condition);
        return needsNode && node.Source is not EndSource
            ? rows.DefineWithRest(
                joined.IsDistinct, key, () => "CROSS JOIN " + From(), condition, compiler.Sources.Compile(node.Source, members.Scope).Select("1"))
            : rows.Define(joined.IsDistinct, key, () => $"LEFT JOIN {From()} ON {condition}", "");
    }

    /// <summary>
    /// Where the members are all nodes of a type, whatever leads to a key belongs to one: the rows start at the keys.
    /// </summary>
    private MemberRows Reverse(int number, ReversedSource source, MemberRows members, NodeAlias all)
    {
        var (table, distinct) = (new DerivedTable("x" + Number(number)), source.IsDistinct ? null : new DerivedTable("d" + Number(number)));
        var key = Reference(source.Key);
        var binding = new TableBinding(
            "m" + Number(number),
            source.Member.OrderBy(copy => copy.Key == Names.Key).ToDictionary(copy => copy.Key, copy => Reference(copy.Value), StringComparer.Ordinal));
        var join = $" CROSS JOIN {Names.Table(all.Node)} m{Number(number)} ON m{Number(number)}.{Names.Key} = {binding.Column(Names.Key)}";
        Define(table.Name, () =>
        {
            var member = binding.IsUsed ? join : "";
            var where = source.Condition.Length > 0 ? " WHERE " + source.Condition : "";
            var rows = distinct is null
                ? $"{source.From}{member}{where}"
                : $"(SELECT DISTINCT {distinct.SelectList} FROM {source.From}{where}) {distinct.Name}{member}";
            return $"SELECT {table.SelectList} FROM {rows}";
        });
        return new MemberRows(table.Name, "", all, members.Scope.With(all.Number, new DerivedBinding(table, binding)), [table.Reference(key)])
        {
            Count = source.Count is null ? "count(*)" : $"sum({table.Reference(source.Count)})",
        };

        string Reference(string expression) => distinct is null ? expression : distinct.Reference(expression);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The rows of members joined with what they lead to, as a table expression.</summary>
    private sealed class Joined(GroupingCompiler compiler, int number, MemberRows members)
    {
        private readonly DerivedTable _table = new("x" + Number(number));

        /// <summary>Defines the rows.</summary>
        /// <param name="isDistinct">Whether no pair of a member and a key comes twice.</param>
        /// <param name="key">The key.</param>
        /// <param name="join">The rest of FROM, after the members.</param>
        /// <param name="where">The condition; empty if there is none.</param>
        public MemberRows Define(bool isDistinct, string key, Func<string> join, string where)
        {
            compiler.Define(_table.Name, () => Select(isDistinct, join, where));
            return Bind(isDistinct, key);
        }

        /// <summary>As <see cref="Define"/>, with a row for each member for which a subquery finds nothing.</summary>
        public MemberRows DefineWithRest(bool isDistinct, string key, Func<string> join, string where, string found)
        {
            compiler.Define(_table.Name, () =>
                $"{Select(isDistinct, join, where)} UNION ALL SELECT {_table.SelectListWith(key, "NULL")} FROM {members.From} " +
                $"WHERE {SqlCompiler.And(members.Where, $"NOT EXISTS {found}")}");
            return Bind(isDistinct, key);
        }

        private string Select(bool isDistinct, Func<string> join, string where)
        {
            var conditions = SqlCompiler.And(members.Where, where);
            return $"SELECT {(isDistinct ? "" : "DISTINCT ")}{_table.SelectList} FROM {members.From} {join()}{(conditions.Length > 0 ? " WHERE " + conditions : "")}";
        }

        private MemberRows Bind(bool isDistinct, string key)
        {
            var keys = members.Keys.Append(key).Select(_table.Reference).ToList();
            var member = members.Member;
            var binding = members.Scope[member];
            if (!isDistinct)
                member.Match(_ => _table.Column(binding.Column(Names.Key)), relationship => Identify(relationship, binding));
            return new MemberRows(_table.Name, "", member, members.Scope.With(member.Number, new DerivedBinding(_table, binding)), keys);
        }

        /// <summary>Adds columns that identify a relationship.</summary>
        private string Identify(RelationshipAlias relationship, AliasBinding binding)
        {
            if (relationship.Relationship.Id is not null)
                return _table.Column(binding.Column(Names.Id));
            _table.Column(binding.Column(Names.Source));
            return _table.Column(binding.Column(Names.Target));
        }
    }

    private void Define(string name, Func<string> select) => aggregate.Define(name, select);
}
