export { digitsOf, foldText, searchWords } from '#shared/platform/fold-text.ts'
